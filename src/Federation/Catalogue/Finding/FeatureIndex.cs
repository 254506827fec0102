using System.Collections.Concurrent;

namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>What can be found: its own words, and the words of where it is, which say less.</summary>
internal sealed record Findable(string Code, IReadOnlyList<string> Terms, IReadOnlyList<string> Surroundings);

/// <summary>An entry by its place, and how well it answers.</summary>
internal readonly record struct Hit(int Entry, double Score);

/// <summary>
/// An inverted index in memory. An entry scores by how much of the question it covers as a whole, rare features counting
/// more, and by the one of its terms that is most like the question.
/// </summary>
internal sealed class FeatureIndex
{
    private const double Likeness = 1.2, WholeTerm = 0.3, LeastCoverage = 0.1, LeastOfBest = 0.3, LeastOfNearest = 0.7;

    private readonly TextReading reading;
    private readonly Dictionary<string, Posting> postings;
    private readonly string[] texts;
    private readonly int[] entryOfTerm;
    private readonly double[] weightOfTerm;
    private readonly int entries;
    private readonly ConcurrentBag<Scratch> scratches = [];

    public FeatureIndex(IReadOnlyList<Findable> findables, TextReading reading)
    {
        this.reading = reading;
        var making = new FeatureIndexMaking(findables, reading);
        (entries, postings, texts, entryOfTerm) = (findables.Count, making.Postings(), making.Texts(), making.EntryOfTerm());
        weightOfTerm = new double[texts.Length];
        foreach (var posting in postings.Values)
            for (var place = 0; place < posting.Terms.Length; place++)
                weightOfTerm[posting.Terms[place]] += posting.Rarity * posting.TermWeights[place];
        Words = new WordList(postings.Keys.Where(feature => feature.Length > 2 && char.IsAsciiLetter(feature[0]) && feature[1] != ':'));
    }

    /// <summary>The words in Latin letters that entries are found by.</summary>
    public WordList Words { get; }

    public bool Knows(string feature) => postings.ContainsKey(feature);

    /// <summary>What answers, best first; of the same score, in the order of the entries.</summary>
    public IReadOnlyList<Hit> Find(string query)
    {
        var asked = Asked(query, out var total);
        if (total <= 0)
            return [];
        var scratch = Rent();
        Cover(asked, total, scratch);
        Liken(asked, total, scratch, covered: true);

        var best = 0.0;
        foreach (var entry in scratch.Entries.Touched)
        {
            var covered = scratch.Entries.Values[entry];
            scratch.Entries.Values[entry] = covered < LeastCoverage ? 0 : covered + scratch.Like.Values[entry];
            best = Math.Max(best, scratch.Entries.Values[entry]);
        }

        var hits = new List<Hit>();
        foreach (var entry in scratch.Entries.Touched)
            if (scratch.Entries.Values[entry] is > 0 and var score && score >= best * LeastOfBest)
                hits.Add(new(entry, score));
        Return(scratch);
        hits.Sort(static (left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Entry.CompareTo(right.Entry));
        return hits;
    }

    /// <summary>The texts that are most like a question, however little that is: for who asks in words that find nothing much.</summary>
    public IReadOnlyList<string> Near(string query, int most)
    {
        var asked = Asked(query, out var total);
        if (total <= 0)
            return [];
        var scratch = Rent();
        Liken(asked, total, scratch, covered: false);
        var folded = new HashSet<string>(StringComparer.Ordinal);
        var terms = scratch.Terms.Touched.ToArray().Select(term => (Term: term, Like: LikenessOf(scratch.Terms.Values[term], term, total))).ToList();
        var least = terms.Select(term => term.Like).DefaultIfEmpty().Max() * LeastOfNearest;
        var near = terms.Where(term => term.Like >= least)
            // Of one thing said in two scripts, the one whose characters were typed.
            .OrderByDescending(term => term.Like).ThenByDescending(term => texts[term.Term].Count(query.Contains)).ThenBy(term => term.Term)
            .Where(term => SpeaksAs(query, texts[term.Term]) && folded.Add(reading.Normalise(texts[term.Term]))).Take(most)
            .Select(term => texts[term.Term]).ToList();
        Return(scratch);
        return near;
    }

    private List<(Posting Posting, double Weight)> Asked(string query, out double total)
    {
        var asked = new List<(Posting, double)>();
        total = 0;
        foreach (var (feature, weight) in reading.OfQuery(query, this))
        {
            if (!postings.TryGetValue(feature, out var posting))
                continue;
            asked.Add((posting, weight));
            total += posting.Rarity * weight;
        }

        return asked;
    }

    private static void Cover(List<(Posting Posting, double Weight)> asked, double total, Scratch scratch)
    {
        foreach (var (posting, weight) in asked)
        {
            var share = posting.Rarity * weight / total;
            for (var place = 0; place < posting.Entries.Length; place++)
                scratch.Entries.Add(posting.Entries[place], share * Math.Min(1, posting.EntryWeights[place]));
        }
    }

    private void Liken(List<(Posting Posting, double Weight)> asked, double total, Scratch scratch, bool covered)
    {
        foreach (var (posting, weight) in asked)
        {
            for (var place = 0; place < posting.Terms.Length; place++)
            {
                var term = posting.Terms[place];
                // A term of an entry that is out of the question anyway need not be compared.
                if (!covered || scratch.Entries.Values[entryOfTerm[term]] >= LeastCoverage)
                    scratch.Terms.Add(term, posting.Rarity * Math.Min(weight, posting.TermWeights[place]));
            }
        }

        foreach (var term in scratch.Terms.Touched)
            scratch.Like.Raise(entryOfTerm[term], LikenessOf(scratch.Terms.Values[term], term, total));
    }

    private double LikenessOf(double shared, int term, double total)
    {
        var whole = shared / weightOfTerm[term];
        return (Likeness * Math.Sqrt(Math.Min(1, shared / total) * whole)) + (WholeTerm * whole);
    }

    private static bool SpeaksAs(string query, string text) => query.Any(SearchText.IsHan) == text.Any(SearchText.IsHan);

    private Scratch Rent() => scratches.TryTake(out var scratch) ? scratch : new(entries, texts.Length);

    private void Return(Scratch scratch)
    {
        scratch.Clear();
        scratches.Add(scratch);
    }

    /// <summary>Sums of one question, kept for the next: they are as long as the catalogue, and few of them are touched.</summary>
    private sealed class Scratch(int entries, int terms)
    {
        public Sums Entries { get; } = new(entries);

        public Sums Terms { get; } = new(terms);

        public Sums Like { get; } = new(entries);

        public void Clear()
        {
            Entries.Clear();
            Terms.Clear();
            Like.Clear();
        }
    }
}
