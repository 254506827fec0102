namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>What can be found: its own words, and the words of where it is, which say less.</summary>
internal sealed record Findable(string Code, IReadOnlyList<string> Terms, IReadOnlyList<string> Surroundings);

/// <summary>
/// An inverted index in memory. An entry scores by how much of the question it covers as a whole, rare features counting
/// more, and by the one of its terms that is most like the question.
/// </summary>
internal sealed class FeatureIndex
{
    private const double SurroundingWeight = 0.4, Likeness = 1.2, WholeTerm = 0.3, LeastCoverage = 0.1, LeastOfBest = 0.3;

    private readonly Dictionary<string, Posting> postings = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly List<Term> terms = [];
    private readonly TextReading reading;
    private readonly int entries;

    public FeatureIndex(IReadOnlyList<Findable> findables, TextReading reading)
    {
        this.reading = reading;
        entries = findables.Count;
        for (var entry = 0; entry < entries; entry++)
            Add(entry, findables[entry]);
        foreach (var posting in postings.Values)
            posting.Rarity = Math.Log(1 + ((entries - posting.Entries.Count + 0.5) / (posting.Entries.Count + 0.5)));
        foreach (var posting in postings.Values)
            foreach (var (term, weight) in posting.Terms)
                terms[term].Weight += posting.Rarity * weight;
    }

    public IReadOnlySet<string> Words => words;

    public bool Knows(string feature) => postings.ContainsKey(feature);

    /// <summary>The scores of all entries, in their order; 0 where nothing is found.</summary>
    public double[] Score(string query)
    {
        var asked = reading.OfQuery(query, this).Where(feature => postings.ContainsKey(feature.Key))
            .Select(feature => (Posting: postings[feature.Key], feature.Value)).ToList();
        var scores = new double[entries];
        var total = asked.Sum(feature => feature.Posting.Rarity * feature.Value);
        if (total <= 0)
            return scores;

        var shared = new double[terms.Count];
        foreach (var (posting, weight) in asked)
        {
            foreach (var (entry, own) in posting.Entries)
                scores[entry] += posting.Rarity * weight * Math.Min(1, own) / total;
            foreach (var (term, own) in posting.Terms)
                shared[term] += posting.Rarity * Math.Min(weight, own);
        }

        var like = new double[entries];
        for (var term = 0; term < shared.Length; term++)
        {
            if (shared[term] <= 0)
                continue;
            var whole = shared[term] / terms[term].Weight;
            like[terms[term].Entry] = Math.Max(
                like[terms[term].Entry], (Likeness * Math.Sqrt(Math.Min(1, shared[term] / total) * whole)) + (WholeTerm * whole));
        }

        for (var entry = 0; entry < entries; entry++)
            scores[entry] = scores[entry] < LeastCoverage ? 0 : scores[entry] + like[entry];
        var least = scores.Max() * LeastOfBest;
        return [.. scores.Select(score => score < least ? 0 : score)];
    }

    private void Add(int entry, Findable findable)
    {
        foreach (var text in findable.Terms.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            terms.Add(new(entry));
            foreach (var (feature, weight) in reading.OfTerm(text))
            {
                var posting = PostingOf(feature);
                posting.Terms.Add((terms.Count - 1, weight));
                posting.Put(entry, weight);
            }
        }

        foreach (var (feature, weight) in findable.Surroundings.SelectMany(reading.OfTerm))
            PostingOf(feature).Put(entry, weight * SurroundingWeight);
    }

    private Posting PostingOf(string feature)
    {
        if (!postings.TryGetValue(feature, out var posting))
            postings[feature] = posting = new();
        if (feature.Length > 2 && char.IsAsciiLetter(feature[0]) && feature[1] != ':')
            words.Add(feature);
        return posting;
    }

    private sealed class Term(int entry)
    {
        public int Entry { get; } = entry;

        public double Weight { get; set; }
    }

    private sealed class Posting
    {
        public List<(int Term, double Weight)> Terms { get; } = [];

        public List<(int Entry, double Weight)> Entries { get; } = [];

        public double Rarity { get; set; }

        // Entries come in order, so the last one is the one at hand.
        public void Put(int entry, double weight)
        {
            if (Entries.Count == 0 || Entries[^1].Entry != entry)
                Entries.Add((entry, weight));
            else if (Entries[^1].Weight < weight)
                Entries[^1] = (entry, weight);
        }
    }
}
