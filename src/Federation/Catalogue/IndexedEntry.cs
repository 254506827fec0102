namespace CrossBorder.Federation.Catalogue;

/// <summary>What one entry is found by, prepared once.</summary>
internal sealed class IndexedEntry
{
    // A hit in a name says more than one in a keyword; sharing few pairs of characters says nothing.
    private const double ExactCode = 1000;
    private const double ExactText = 100;
    private const double NameContains = 40;
    private const double KeywordContains = 30;
    private const double GramWeight = 20;
    private const double LeastShare = 0.34;

    private readonly string code;
    private readonly List<string> names;
    private readonly List<string> keywords;
    private readonly List<HashSet<string>> nameGrams;
    private readonly HashSet<string> allGrams = new(StringComparer.Ordinal);

    public IndexedEntry(CatalogueEntry entry)
    {
        code = SearchText.Normalise(entry.Code);
        names = [.. new[] { entry.Name.Hant, entry.Name.Hans, entry.Name.En }.Select(SearchText.Normalise).Distinct()];
        // A bundle is named for a moment of life; its items' own words would drown theirs.
        keywords = entry.Item is null ? [] : [.. entry.Item.Keywords.Select(SearchText.Normalise).Where(word => word.Length > 0).Distinct()];
        nameGrams = [.. names.Select(SearchText.Grams)];
        foreach (var text in names.Concat(keywords))
            allGrams.UnionWith(SearchText.Grams(text));
    }

    public double Score(string text, HashSet<string> grams)
    {
        if (text == code)
            return ExactCode;

        var score = 0.0;
        if (names.Contains(text) || keywords.Contains(text))
            score += ExactText;
        score += names.Max(name => Contains(name, text) ? NameContains * (1 + ((double)text.Length / name.Length)) : 0);
        score += keywords.Select(word => Contains(word, text) || Contains(text, word)
            ? KeywordContains * Math.Min(text.Length, word.Length) / Math.Max(text.Length, word.Length) : 0).DefaultIfEmpty().Max();

        var share = Share(grams, allGrams);
        if (share >= LeastShare)
            score += (GramWeight * share) + (GramWeight * nameGrams.Max(own => Share(grams, own)));
        return score;
    }

    private static bool Contains(string whole, string part) =>
        (part.Length > 1 || part.Any(SearchText.IsHan)) && whole.Contains(part, StringComparison.Ordinal);

    private static double Share(HashSet<string> asked, HashSet<string> own) =>
        asked.Count == 0 ? 0 : (double)asked.Count(own.Contains) / asked.Count;
}
