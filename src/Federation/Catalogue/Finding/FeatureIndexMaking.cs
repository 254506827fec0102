namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>Where a feature occurs: places in ascending order, each with how much it says there.</summary>
internal sealed record Posting(int[] Entries, float[] EntryWeights, int[] Terms, float[] TermWeights, double Rarity);

/// <summary>Reads all texts of a catalogue into lists that grow, and cuts them to size.</summary>
internal sealed class FeatureIndexMaking
{
    private const double SurroundingWeight = 0.4;
    private const int Batch = 256;

    private readonly Dictionary<string, Growing> growing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Features> surroundings = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly List<int> entryOfTerm = [];
    private readonly TextReading reading;
    private readonly int entries;

    public FeatureIndexMaking(IReadOnlyList<Findable> findables, TextReading reading)
    {
        this.reading = reading;
        entries = findables.Count;
        // Reading is what takes time, and each text is read for itself; a batch at a time, so that not all is held at once.
        var read = new Features[Batch][];
        for (var start = 0; start < entries; start += Batch)
        {
            var (from, count) = (start, Math.Min(Batch, entries - start));
            Parallel.For(0, count, place => read[place] = [.. TermsOf(findables[from + place]).Select(reading.OfTerm)]);
            for (var place = 0; place < count; place++)
                Add(from + place, findables[from + place], read[place]);
        }
    }

    public string[] Texts() => [.. texts];

    public int[] EntryOfTerm() => [.. entryOfTerm];

    public Dictionary<string, Posting> Postings() => growing.ToDictionary(feature => feature.Key, feature => feature.Value.Cut(entries), StringComparer.Ordinal);

    private static IEnumerable<string> TermsOf(Findable findable) => findable.Terms.Distinct(StringComparer.OrdinalIgnoreCase);

    private void Add(int entry, Findable findable, Features[] read)
    {
        foreach (var (text, features) in TermsOf(findable).Zip(read))
        {
            texts.Add(text);
            entryOfTerm.Add(entry);
            foreach (var (feature, weight) in features)
            {
                var posting = Of(feature);
                posting.Terms.Add(texts.Count - 1);
                posting.TermWeights.Add((float)weight);
                posting.Put(entry, (float)weight);
            }
        }

        foreach (var text in findable.Surroundings)
        {
            if (!surroundings.TryGetValue(text, out var features))
                surroundings[text] = features = reading.OfTerm(text);
            foreach (var (feature, weight) in features)
                Of(feature).Put(entry, (float)(weight * SurroundingWeight));
        }
    }

    private Growing Of(string feature)
    {
        if (!growing.TryGetValue(feature, out var posting))
            growing[feature] = posting = new();
        return posting;
    }

    private sealed class Growing
    {
        private readonly List<int> entries = [];
        private readonly List<float> entryWeights = [];

        public List<int> Terms { get; } = [];

        public List<float> TermWeights { get; } = [];

        // Entries come in order, so the last one is the one at hand.
        public void Put(int entry, float weight)
        {
            if (entries.Count == 0 || entries[^1] != entry)
            {
                entries.Add(entry);
                entryWeights.Add(weight);
            }
            else if (entryWeights[^1] < weight)
            {
                entryWeights[^1] = weight;
            }
        }

        public Posting Cut(int all) => new(
            [.. entries], [.. entryWeights], [.. Terms], [.. TermWeights], Math.Log(1 + ((all - entries.Count + 0.5) / (entries.Count + 0.5))));
    }
}
