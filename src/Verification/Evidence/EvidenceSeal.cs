using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

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

/// <summary>The home as the hub relied on it. Its own names of levels stand with what they mean, as URNs; null where it speaks in the levels of this product.</summary>
internal sealed record SealedHome(
    string Issuer, string Jurisdiction, string Audience, IReadOnlyList<string> Algorithms, IReadOnlyDictionary<string, string>? Levels = null)
{
    public static SealedHome Of(HomePolicy home) => new(
        home.Issuer, home.Jurisdiction.Code, home.Audience, [.. home.Algorithms],
        home.Levels.Count == 0 ? null : home.Levels.ToDictionary(level => level.Key, level => level.Value.ToUrn(), StringComparer.Ordinal));

    /// <summary>The home's policy as it was when the hub relied on it. How old an assertion may be was judged then.</summary>
    public Outcome<HomePolicy> ToPolicy()
    {
        var levels = new Dictionary<string, AssuranceLevel>(StringComparer.Ordinal);
        foreach (var (name, urn) in Levels ?? new Dictionary<string, string>())
        {
            if (!AssuranceLevels.ParseUrn(urn).TryGetValue(out var level))
                return ErrorCatalogue.EvidenceMalformed.With("A level of the home is none of this product.");
            levels[name] = level;
        }

        return new HomePolicy(Issuer, new Jurisdiction(Jurisdiction), Audience, Algorithms, TimeSpan.MaxValue, TimeSpan.Zero) { Levels = levels };
    }
}

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
