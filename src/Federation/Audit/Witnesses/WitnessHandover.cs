namespace CrossBorder.Federation.Audit.Witnesses;

/// <summary>A checkpoint that a witness keeps, and what the witness answered.</summary>
internal sealed class WitnessHandover
{
    public required string Witness { get; init; }

    public required long Size { get; init; }

    public required string KeyId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The witness's own signature, or whatever it said; empty where it said nothing.</summary>
    public required string Answer { get; init; }
}
