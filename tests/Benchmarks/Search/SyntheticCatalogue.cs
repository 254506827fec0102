using System.Globalization;
using CrossBorder.Federation.Catalogue.Finding;

namespace CrossBorder.Benchmarks.Search;

/// <summary>A large catalogue of the real one's words: terms of several entries, joined in turn, the same each time.</summary>
internal static class SyntheticCatalogue
{
    private const int LeastTerms = 12, Spread = 14, Step = 7919;

    public static IReadOnlyList<Findable> Make(IReadOnlyList<Findable> real, int count)
    {
        var terms = real.SelectMany(findable => findable.Terms).Distinct(StringComparer.Ordinal).ToList();
        return [.. Enumerable.Range(0, count).Select(number => new Findable(
            "synthetic-" + number.ToString(CultureInfo.InvariantCulture),
            [.. Enumerable.Range(0, LeastTerms + (number % Spread)).Select(place => Term(terms, (number * 31) + place))],
            real[number % real.Count].Surroundings))];
    }

    private static string Term(List<string> terms, int place)
    {
        var first = terms[(int)((long)place * Step % terms.Count)];
        return place % 3 == 0 ? $"{first} {terms[(int)((long)place * 31 % terms.Count)]}" : first;
    }
}
