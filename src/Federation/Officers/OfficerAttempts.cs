namespace CrossBorder.Federation.Officers;

/// <summary>
/// How often somebody at one address tried to be one officer. By both, so that nobody locks an officer out from elsewhere, and
/// for names that nobody has as well, so that a lock tells nothing.
/// </summary>
internal sealed class OfficerAttempts
{
    public const int Most = 5;

    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    /// <summary>Keyed hash of name and network: neither stands in the database.</summary>
    public required string Key { get; init; }

    public required int Count { get; set; }

    /// <summary>From then on counting begins anew.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
