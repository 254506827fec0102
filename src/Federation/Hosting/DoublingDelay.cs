namespace CrossBorder.Federation.Hosting;

/// <summary>The wait before what failed is tried again: twice as long after each further fault, up to a longest.</summary>
internal static class DoublingDelay
{
    // Far beyond any longest wait that makes sense, and far below what the multiplication holds.
    private const int MostDoublings = 20;

    /// <param name="attempts">How often it has failed; 1 after the first fault.</param>
    /// <param name="first">The wait after the first.</param>
    /// <param name="longest">The wait that is never exceeded.</param>
    public static TimeSpan After(int attempts, TimeSpan first, TimeSpan longest) =>
        TimeSpan.FromTicks(Math.Min(longest.Ticks, first.Ticks * (1L << Math.Clamp(attempts - 1, 0, MostDoublings))));
}
