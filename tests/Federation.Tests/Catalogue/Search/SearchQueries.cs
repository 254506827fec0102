using System.Text;

namespace CrossBorder.Federation.Tests.Catalogue.Search;

/// <summary>Queries as people put them, each with its right answers. A third, fixed by a hash of the query, was kept aside from tuning.</summary>
internal sealed record SearchQuery(string Kind, string Text, IReadOnlyList<string> Right)
{
    private const string File = "Catalogue/Search/queries.tsv";

    /// <summary>FNV-1a over the UTF-8 bytes, modulo 3: any tool can tell which queries these are.</summary>
    public bool IsHeldOut => Encoding.UTF8.GetBytes(Text).Aggregate(2166136261u, (hash, octet) => unchecked((hash ^ octet) * 16777619u)) % 3 == 0;

    public static IReadOnlyList<SearchQuery> All { get; } =
        [.. System.IO.File.ReadLines(Path.Combine(AppContext.BaseDirectory, File)).Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t')).Select(parts => new SearchQuery(parts[0], parts[1], parts[2].Split(',')))];
}
