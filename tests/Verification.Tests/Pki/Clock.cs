namespace CrossBorder.Verification.Tests.Pki;

/// <summary>The time of all tests here: the room has no clock of its own.</summary>
internal static class Clock
{
    public static DateTimeOffset Start { get; } = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
}
