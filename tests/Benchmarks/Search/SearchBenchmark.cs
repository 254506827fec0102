using System.Diagnostics;
using System.Globalization;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Finding;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Benchmarks.Search;

/// <summary>How long a search takes and how often it is right, beside a full-text index on the same texts.</summary>
internal static class SearchBenchmark
{
    private const int Rounds = 5, Large = 10_000;

    public static Task RunAsync(CancellationToken cancellationToken)
    {
        var catalogue = new CatalogueSource(new SettingsPaths(".")).Read(new CatalogueOptions()).Value;
        var real = catalogue.Bundles.Select(CatalogueEntry.Of).Concat(catalogue.Items.Select(CatalogueEntry.Of))
            .Select(entry => FindableEntry.Of(entry, SearchData.Vocabulary)).ToList();
        var queries = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "queries.tsv")).Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t')).Select(parts => (Text: parts[1], Right: parts[2].Split(','))).ToList();

        Measure($"{real.Count} entries of the catalogue", real, queries, tellHits: true, cancellationToken);
        Measure($"{Large} entries made of the catalogue's words", SyntheticCatalogue.Make(real, Large), queries, tellHits: false, cancellationToken);
        return Task.CompletedTask;
    }

    private static void Measure(
        string title, IReadOnlyList<Findable> findables, List<(string Text, string[] Right)> queries, bool tellHits, CancellationToken cancellationToken)
    {
        var making = Stopwatch.StartNew();
        var index = new FeatureIndex(findables, SearchData.Reading);
        making.Stop();
        using var peer = new Fts5Peer(findables);
        (string Name, Func<string, IReadOnlyList<string>> Find, List<double> Times)[] contenders =
        [
            ("hub's index", text => First(index.Find(text), findables), []),
            ("SQLite FTS5 trigram", peer.Find, []),
        ];

        foreach (var (text, _) in queries)
            foreach (var contender in contenders)
                contender.Find(text);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (text, _) in queries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var contender in contenders)
                {
                    var clock = Stopwatch.StartNew();
                    contender.Find(text);
                    contender.Times.Add(clock.Elapsed.TotalMilliseconds);
                }
            }
        }

        var table = new Table("", "min ms", "median ms", "p99 ms", "max ms", "p99 ratio", tellHits ? "first" : "", tellHits ? "in three" : "");
        table.Head(string.Create(CultureInfo.InvariantCulture, $"{title}; {queries.Count} queries, {Rounds} rounds; index made in {making.ElapsedMilliseconds} ms"));
        var reference = Percentile(contenders[1].Times, 0.99);
        foreach (var (name, find, times) in contenders)
        {
            table.Row(
                name, Figure(times.Min()), Figure(Percentile(times, 0.5)), Figure(Percentile(times, 0.99)), Figure(times.Max()), Figure(Percentile(times, 0.99) / reference),
                tellHits ? Share(queries, find, 1) : "", tellHits ? Share(queries, find, 3) : "");
        }

        Console.WriteLine();
    }

    private static List<string> First(IReadOnlyList<Hit> hits, IReadOnlyList<Findable> findables) => [.. hits.Take(20).Select(hit => findables[hit.Entry].Code)];

    private static string Share(List<(string Text, string[] Right)> queries, Func<string, IReadOnlyList<string>> find, int among) =>
        (queries.Count(query => find(query.Text).Take(among).Any(query.Right.Contains)) / (double)queries.Count).ToString("P1", CultureInfo.InvariantCulture);

    private static double Percentile(List<double> times, double share) => times.Order().ElementAt((int)((times.Count - 1) * share));

    private static string Figure(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
