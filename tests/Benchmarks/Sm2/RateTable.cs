using System.Diagnostics;
using System.Globalization;

namespace CrossBorder.Benchmarks.Sm2;

/// <summary>
/// Rates of several contenders in one run. The rounds go around the contenders in turn, so that a slow minute of the machine
/// falls on all of them; what counts is the ratio to the named peer, not the figure.
/// </summary>
internal sealed class RateTable(string title, TimeSpan round, int rounds)
{
    private readonly List<(string Name, Action Operation, List<double> Rates)> contenders = [];

    public void Add(string name, Action operation) => contenders.Add((name, operation, []));

    public void Run(string peer)
    {
        foreach (var (_, operation, _) in contenders)
        {
            Measure(operation, round);
        }

        for (var turn = 0; turn < rounds; turn++)
        {
            foreach (var (_, operation, rates) in contenders)
            {
                rates.Add(Measure(operation, round));
            }
        }

        Print(peer);
    }

    private void Print(string peer)
    {
        var reference = Median(contenders.Single(contender => contender.Name == peer).Rates);
        Console.WriteLine($"{title}, operations a second on one thread ({rounds} rounds of {round.TotalMilliseconds:F0} ms)");
        Console.WriteLine($"{"",-44}{"min",10}{"median",10}{"max",10}{"ratio",8}");
        foreach (var (name, _, rates) in contenders)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-44}{rates.Min(),10:F0}{Median(rates),10:F0}{rates.Max(),10:F0}{Median(rates) / reference,8:F2}"));
        }

        Console.WriteLine($"ratio: median against {peer}");
        Console.WriteLine();
    }

    private static double Measure(Action operation, TimeSpan span)
    {
        var clock = Stopwatch.StartNew();
        var count = 0;
        do
        {
            operation();
            count++;
        }
        while (clock.Elapsed < span);
        return count / clock.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);
}
