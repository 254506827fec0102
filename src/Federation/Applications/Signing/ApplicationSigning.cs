using CrossBorder.Federation.Catalogue;

namespace CrossBorder.Federation.Applications.Signing;

/// <summary>An application that waits for its resident to sign it: filled in, verified, and not yet filed.</summary>
internal sealed class ApplicationSigning
{
    /// <summary>The reference, unguessable. It stands in the document, so that no two applications have one signature.</summary>
    public required string Id { get; init; }

    public required string ResidentId { get; init; }

    /// <summary>The client that asked for it; null for the hub's own portal.</summary>
    public string? ClientId { get; init; }

    /// <summary>The sign-in by which it was begun, asked or confirmed last: as long as it lives, the hub files for the resident.</summary>
    public required string SessionId { get; set; }

    /// <summary>Issuer of the home at which the resident signed in.</summary>
    public required string Home { get; init; }

    /// <summary>The home's identifier of the resident.</summary>
    public required string Subject { get; init; }

    public required string EntryCode { get; init; }

    /// <summary>Of the catalogue under which it was begun.</summary>
    public required string CatalogueVersion { get; init; }

    public required SigningNeed Need { get; init; }

    /// <summary>The one that ended without a case and was begun anew by this one; null where it is the first.</summary>
    public string? Follows { get; init; }

    /// <summary>What was asked for, as JSON: filed as it stands, and used again for another try.</summary>
    public required string Request { get; init; }

    /// <summary>What is signed, to the letter.</summary>
    public required string Document { get; init; }

    /// <summary><c>sha256:</c> and hex, over the UTF-8 bytes of the document.</summary>
    public required string Digest { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When nobody can sign any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public SigningState State { get; set; }

    /// <summary>The signing service's reference; null where it was not asked.</summary>
    public string? ServiceReference { get; set; }

    /// <summary>Where the resident signs.</summary>
    public string? ServiceAddress { get; set; }

    /// <summary>Code of the refusal that ended it.</summary>
    public string? Refusal { get; set; }

    /// <summary><see cref="SigningProof"/> as JSON, once there is one.</summary>
    public string? Proof { get; set; }

    /// <summary>When the proof was verified.</summary>
    public DateTimeOffset? VerifiedAt { get; set; }

    /// <summary>When the hub looks at it by itself; null where it waits for the resident or a client, or is settled.</summary>
    public DateTimeOffset? NextLookAt { get; set; }

    /// <summary>Counts changes: of two calls on one signing at once, one wins.</summary>
    public int Version { get; set; }
}

internal enum SigningState
{
    /// <summary>Shown, and nothing asked yet.</summary>
    Open,

    /// <summary>The signing service waits for the resident.</summary>
    Asked,

    /// <summary>Signed or confirmed, and verified.</summary>
    Signed,

    Declined,
    Expired,

    /// <summary>A signature came that does not hold, or the service ended it.</summary>
    Failed,
}
