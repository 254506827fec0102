using CrossBorder.Benchmarks.Load;

namespace CrossBorder.Benchmarks.Routing;

/// <summary>What several rounds of the same work reached.</summary>
internal sealed class Rates
{
    private readonly List<double> rates = [];
    private readonly List<double> processor = [];
    private readonly List<LoadResult> results = [];

    public Rates(params IEnumerable<LoadResult> rounds)
    {
        foreach (var round in rounds)
            Add(round);
    }

    public double Median => Middle(rates);

    /// <summary>This process's processor time for each, in milliseconds.</summary>
    public double Processor => Middle(processor);

    /// <summary>Least, median, most, and this process's processor time for each.</summary>
    public IEnumerable<string> Cells =>
    [
        LoadResult.Text(rates.Min(), "F0"), LoadResult.Text(Median, "F0"), LoadResult.Text(rates.Max(), "F0"), LoadResult.Text(Middle(processor), "F2"),
    ];

    public void Add(double rate, TimeSpan each)
    {
        rates.Add(rate);
        processor.Add(each.TotalMilliseconds);
    }

    public void Add(LoadResult result)
    {
        results.Add(result);
        Add(result.Rate, result.Processor / Math.Max(1, result.Durations.Count));
    }

    public void PrintErrors() => results.ForEach(result => result.PrintErrors());

    private static double Middle(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
