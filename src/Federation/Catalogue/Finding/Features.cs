namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>What a text is made of, each with how much it says: pairs of characters, words, concepts, syllables.</summary>
internal sealed class Features : Dictionary<string, double>
{
    public Features()
        : base(StringComparer.Ordinal)
    {
    }

    public void Put(string feature, double weight)
    {
        if (!TryGetValue(feature, out var present) || present < weight)
            this[feature] = weight;
    }
}
