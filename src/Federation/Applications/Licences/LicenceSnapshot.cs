namespace CrossBorder.Federation.Applications.Licences;

/// <summary>
/// Licences as they were found for an application that is filled in or signed: they are looked up once for it, and read from here until it is
/// filed. Sealed, and good for an hour at most.
/// </summary>
internal sealed class LicenceSnapshot
{
    /// <summary>Keyed hash of resident, client, account, consent and kinds: under another consent, or after it was withdrawn, it is not found.</summary>
    public required string Id { get; init; }

    /// <summary>The licences as JSON.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
