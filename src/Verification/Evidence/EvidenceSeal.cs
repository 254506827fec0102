namespace CrossBorder.Verification.Evidence;

/// <summary>What the hub signs to tie the parts of a package together: a digest of each, and the facts that each is judged by.</summary>
internal sealed record EvidenceSeal(
    string CaseNumber,
    string Hub,
    DateTimeOffset SealedAt,
    SealedHome Home,
    DateTimeOffset VerifiedAt,
    DateTimeOffset SubmittedAt,
    string Assertion,
    string Consent,
    string Application,
    IReadOnlyList<SealedDelivery> Deliveries,
    IReadOnlyList<string>? Commitments = null,
    SealedSigning? Signing = null)
{
    /// <summary>The header <c>typ</c> of a seal.</summary>
    public const string Type = "cross-border-evidence+jws";

    /// <summary>The header <c>typ</c> of an envelope.</summary>
    public const string EnvelopeType = "cross-border-application+jws";

    /// <summary>The header <c>typ</c> of an envelope with what was handed in after the application.</summary>
    public const string SupplementType = "cross-border-supplement+jws";

    /// <summary>The header <c>typ</c> of what an applicant committed to.</summary>
    public const string CommitmentType = "cross-border-commitment+jws";

    /// <summary>The header <c>typ</c> of the hub's word that an applicant confirmed an application.</summary>
    public const string ConfirmationType = "cross-border-confirmation+jws";
}

internal sealed record SealedHome(string Issuer, string Jurisdiction, string Audience, IReadOnlyList<string> Algorithms);

internal sealed record SealedDelivery(
    string Id,
    string Department,
    string Jurisdiction,
    string Envelope,
    DateTimeOffset SignedAt,
    string? Receipt,
    DateTimeOffset? ReceiptVerifiedAt,
    IReadOnlyList<string> Keys,
    IReadOnlyList<SealedEvent>? Events = null,
    bool Supplement = false);

internal sealed record SealedEvent(string Event, DateTimeOffset VerifiedAt);
