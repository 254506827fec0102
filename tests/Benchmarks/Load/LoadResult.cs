using System.Globalization;

namespace CrossBorder.Benchmarks.Load;

/// <summary>What several workers did in a given time.</summary>
internal sealed record LoadResult(IReadOnlyList<TimeSpan> Durations, IReadOnlyList<string> Errors, TimeSpan Elapsed, TimeSpan Processor)
{
    public double Rate => Durations.Count / Elapsed.TotalSeconds;

    /// <summary>
    /// Count, seconds, rate, errors, median, 95th percentile, and the processor time of this process for each: of all these the
    /// figure that a busy machine disturbs least.
    /// </summary>
    public IEnumerable<string> Cells =>
    [
        Text(Durations.Count, "F0"), Text(Elapsed.TotalSeconds, "F1"), Text(Rate, "F1"), Text(Errors.Count, "F0"),
        Text(Percentile(0.5), "F1"), Text(Percentile(0.95), "F1"),
        Text(Processor.TotalMilliseconds / Durations.Count, "F1"),
    ];

    public static string Text(double figure, string format) => figure.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Errors are told by their texts, each once: a rate with errors is no rate.</summary>
    public void PrintErrors()
    {
        foreach (var error in Errors.Distinct().Take(3))
            Console.WriteLine("  error: " + error);
    }

    /// <summary>Milliseconds that this part of all operations took at most.</summary>
    public double Percentile(double part) => Durations.Count == 0
        ? double.NaN
        : Durations.Order().ElementAt(Math.Min(Durations.Count - 1, (int)(Durations.Count * part))).TotalMilliseconds;
}
