namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>Takes a text apart: the same for what is searched and for what is asked, so that both meet.</summary>
internal sealed class TextReading
{
    private const double Pair = 1, Single = 0.25, Skipping = 0.3, Sound = 0.3, SoundOfConcept = 0.6, Concept = 1.2, Word = 1, Guess = 0.8;
    private const int LongestInitials = 8, ShortestCorrected = 4;
    private const string Particles = "咗了";

    private readonly HanTable han;
    private readonly string[] fillers;
    private readonly HashSet<string> fillerWords;
    private readonly Concepts characters = new();
    private readonly Concepts words = new();
    private readonly Concepts sounds = new();
    private readonly WordList phraseWords;

    public TextReading(HanTable han, Vocabulary vocabulary)
    {
        this.han = han;
        fillers = [.. vocabulary.Fillers.Select(Normalise).OrderByDescending(filler => filler.Length)];
        fillerWords = vocabulary.FillerWords.ToHashSet(StringComparer.Ordinal);
        foreach (var concept in vocabulary.Concepts)
        {
            foreach (var phrase in concept.Chinese.Select(Normalise))
                AddChinese(phrase, concept.Id);
            foreach (var phrase in concept.English)
                words.Add(Latin(Normalise(phrase)), concept.Id);
        }

        phraseWords = new WordList(words.Words);
    }

    public string Normalise(string text) => han.Fold(SearchText.Normalise(text));

    /// <summary>A text of the catalogue or of the vocabulary.</summary>
    public Features OfTerm(string text)
    {
        var features = new Features();
        foreach (var (part, isHan) in Parts(Normalise(text)))
        {
            if (isHan)
            {
                Characters(part, features);
                Initials(part, features);
            }
            else
            {
                Words(Latin(part), features);
            }
        }

        return features;
    }

    /// <summary>What somebody asks. What nobody knows is read again as pinyin, as initials, or as a misspelling.</summary>
    public Features OfQuery(string text, FeatureIndex index)
    {
        var features = new Features();
        var normalised = Normalise(text);
        // What is done or was done (買樓, 買咗樓) is the same thing; phrases may hold a filler, so they are looked for before fillers go.
        var whole = string.Concat(normalised.Where(character => !Particles.Contains(character)));
        foreach (var (part, _) in Parts(normalised).Concat(Parts(whole)).Where(part => part.IsHan))
            characters.Find(Singly(part), 1, Concept, features);

        var meant = WithoutFillers(whole);
        foreach (var (part, isHan) in Parts(meant.Trim().Length == 0 ? normalised : meant))
        {
            if (!isHan)
            {
                LatinQuery(part, index, features);
                continue;
            }

            Characters(part, features);
            for (var start = 0; start + 2 < part.Length; start++)
                features.Put($"{part[start]}{part[start + 2]}", Skipping);
            sounds.Find(FirstReadings(part), 3, SoundOfConcept, features);
        }

        return features;
    }

    /// <summary>The question with each word that nobody knows replaced by the nearest that is known; null where there is none to replace.</summary>
    public string? Corrected(string text, FeatureIndex index)
    {
        var changed = false;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var place = 0; place < words.Length; place++)
        {
            var word = Normalise(words[place]);
            if (word.Length < ShortestCorrected || !word.All(char.IsAsciiLetter) || IsKnown(Stem(word), index))
                continue;
            // More is forgiven than in a search: nothing is done by it, somebody is asked.
            var near = Spelling.Near(word, index.Words, word.Length / 3).Concat(Spelling.Near(word, phraseWords, word.Length / 3)).OrderBy(near => near.Edits).ToList();
            if (near.Count == 0)
                continue;
            words[place] = near[0].Word;
            changed = true;
        }

        return changed ? string.Join(' ', words) : null;
    }

    private bool IsKnown(string word, FeatureIndex index) => fillerWords.Contains(word) || index.Knows(word) || words.Words.Contains(word);

    private void LatinQuery(string part, FeatureIndex index, Features features)
    {
        var asked = Latin(part);
        var corrected = new List<string>();
        foreach (var word in asked)
        {
            if (IsKnown(word, index))
            {
                corrected.Add(word);
                continue;
            }

            features.Put("i:" + word, Word);
            var near = Spelling.Near(word, index.Words).Concat(Spelling.Near(word, phraseWords)).Distinct().OrderBy(near => near.Edits).ToList();
            foreach (var (candidate, _) in near.Where(candidate => candidate.Edits == near[0].Edits))
            {
                features.Put(candidate, Guess);
                words.Find([candidate], 1, Guess, features);
            }

            corrected.Add(near.Count > 0 ? near[0].Word : word);
        }

        if (Pinyin(part, index, features))
            return;
        Words(corrected, features);
    }

    private bool Pinyin(string part, FeatureIndex index, Features features)
    {
        var spelt = part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(han.Syllables).ToList();
        var read = spelt.Where(word => word is not null).SelectMany(word => word!).ToList();
        var pairs = read.Zip(read.Skip(1), (left, right) => $"p:{left} {right}").ToList();
        if (pairs.Count == 0 || spelt.Count(word => word is null) * 2 > spelt.Count || pairs.Count(index.Knows) * 2 < pairs.Count)
            return false;

        // Read as sounds, a word that happens to be near one in English is no guess any more.
        if (spelt.All(word => word is not null))
            features.Clear();
        foreach (var pair in pairs)
            features.Put(pair, Word);
        sounds.Find(read, 2, Concept, features);
        return spelt.All(word => word is not null);
    }

    private void Characters(string part, Features features)
    {
        for (var start = 0; start < part.Length; start++)
        {
            features.Put(part[start].ToString(), Single);
            if (start + 1 == part.Length)
                break;
            features.Put(part.Substring(start, 2), Pair);
            foreach (var left in han.ReadingsOf(part[start]))
                foreach (var right in han.ReadingsOf(part[start + 1]))
                    features.Put($"p:{left} {right}", Sound);
        }

        characters.Find(Singly(part), 1, Concept, features);
    }

    private void Words(IReadOnlyList<string> read, Features features)
    {
        words.Find(read, 1, Concept, features);
        foreach (var word in read.Where(word => !fillerWords.Contains(word)))
            features.Put(word, Word);
    }

    private void Initials(string part, Features features)
    {
        var initials = string.Concat(FirstReadings(part).Select(reading => reading[..1]));
        for (var start = 0; start < initials.Length; start++)
            for (var length = 2; length <= LongestInitials && start + length <= initials.Length; length++)
                features.Put($"i:{initials.AsSpan(start, length)}", Sound);
    }

    private List<string> FirstReadings(string part) =>
        [.. part.Select(character => han.ReadingsOf(character)).Where(found => found.Count > 0).Select(found => found[0])];

    private void AddChinese(string phrase, string concept)
    {
        characters.Add(Singly(phrase.Replace(" ", string.Empty, StringComparison.Ordinal)), concept);
        if (phrase.Length > 1 && phrase.All(SearchText.IsHan))
            sounds.Add(FirstReadings(phrase), concept);
    }

    private string WithoutFillers(string text)
    {
        // Marked first, so that what is left of two neighbours does not become a word.
        foreach (var filler in fillers)
            text = text.Replace(filler, " ", StringComparison.Ordinal);
        return text;
    }

    private static List<string> Singly(string part) => [.. part.Select(character => character.ToString())];

    private static List<string> Latin(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1).Select(Stem)];

    private static string Stem(string word) =>
        word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
        : word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;

    private static IEnumerable<(string Part, bool IsHan)> Parts(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            if (text[start] == ' ')
            {
                start++;
                continue;
            }

            var isHan = SearchText.IsHan(text[start]);
            var end = start;
            while (end < text.Length && (isHan ? SearchText.IsHan(text[end]) : !SearchText.IsHan(text[end])))
                end++;
            yield return (text[start..end].Trim(), isHan);
            start = end;
        }
    }
}
