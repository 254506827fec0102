namespace CrossBorder.Verification.Tests.Damage;

/// <summary>How often each property is tried: little in every run, much where CROSSBORDER_FUZZ=full is set.</summary>
internal static class Rounds
{
    private static readonly int Factor = Environment.GetEnvironmentVariable("CROSSBORDER_FUZZ") == "full" ? 200 : 1;

    /// <summary>For parsers, which take microseconds.</summary>
    public static int Many { get; } = 600 * Factor;

    /// <summary>For what signs, or verifies chains, in each round.</summary>
    public static int Some { get; } = 120 * Factor;
}
