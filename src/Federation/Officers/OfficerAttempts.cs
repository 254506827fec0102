namespace CrossBorder.Federation.Officers;

/// <summary>
/// How often somebody tried to be one officer: from one address, with one known device, and as a whole. For names that nobody has as
/// well, so that a lock tells nothing.
/// </summary>
internal sealed class OfficerAttempts
{
    public const int Most = 5;

    /// <summary>From everywhere together: somebody with many addresses has no more guesses than this in one <see cref="Lock"/>.</summary>
    public const int MostFromEverywhere = 30;

    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    /// <summary>Keyed hash of name and network or device: none of them stands in the database.</summary>
    public required string Key { get; init; }

    public required int Count { get; set; }

    /// <summary>From then on counting begins anew.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
