using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Trust;

/// <summary>The certificates behind a message of the hub.</summary>
internal static class HubChain
{
    /// <summary>How long after its end a list that was enclosed for later still speaks of the time before it.</summary>
    private static readonly RevocationPolicy Revocation = new(TimeSpan.FromDays(1));

    /// <summary>A hub speaks for no place of its own: any anchor listed for hubs will do. CB3010 to CB3017, CB3021.</summary>
    public static Outcome<VerifiedChain> Verify(
        IReadOnlyList<Certificate> presented, TrustList trust, RevocationAnswers revocation, DateTimeOffset at, string hub)
    {
        var places = trust.Anchors.Where(anchor => anchor.Purposes.Contains(TrustPurpose.HubSigning)).Select(anchor => anchor.Jurisdiction).Distinct();
        var tried = places.Select(place => ChainVerifier
            .Verify(presented, new ChainRequest(trust, place, TrustPurpose.HubSigning, at, revocation, Revocation))
            .Then(chain => Names(chain, hub))).ToList();
        return tried.Find(outcome => outcome.Succeeded) ?? tried.LastOrDefault()
            ?? ErrorCatalogue.ChainUntrusted.With("No anchor is listed for hubs.");
    }

    private static Outcome<VerifiedChain> Names(VerifiedChain chain, string hub) =>
        chain.Leaf.SubjectAlternativeUris.Contains(hub, StringComparer.Ordinal)
            ? chain
            : ErrorCatalogue.IssuerNotCertified.With($"The certificate does not name '{hub}'.");
}
