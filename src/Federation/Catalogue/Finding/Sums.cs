using System.Runtime.InteropServices;

namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>Many sums of which few are touched: those are remembered, so that nobody goes through the rest.</summary>
internal sealed class Sums(int count)
{
    private readonly List<int> touched = [];

    /// <summary>0 where nothing was added.</summary>
    public double[] Values { get; } = new double[count];

    public ReadOnlySpan<int> Touched => CollectionsMarshal.AsSpan(touched);

    /// <param name="place">Which sum.</param>
    /// <param name="value">Above 0.</param>
    public void Add(int place, double value)
    {
        ref var sum = ref Values[place];
        if (sum == 0)
            touched.Add(place);
        sum += value;
    }

    /// <summary>Keeps the largest instead of the sum.</summary>
    public void Raise(int place, double value)
    {
        ref var largest = ref Values[place];
        if (largest == 0)
            touched.Add(place);
        largest = Math.Max(largest, value);
    }

    public void Clear()
    {
        foreach (var place in touched)
            Values[place] = 0;
        touched.Clear();
    }
}
