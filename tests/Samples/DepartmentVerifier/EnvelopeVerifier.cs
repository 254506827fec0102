using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.DepartmentVerifier;

/// <summary>Makes sure that an envelope was signed by the hub, before anything in it is read.</summary>
/// <param name="anchors">The authorities of hubs that this department believes; it got them on paper, not with the envelope.</param>
/// <param name="lists">Their revocation lists, and those of the authorities below them.</param>
/// <param name="hub">The hub's address, as its certificate must name it.</param>
internal sealed class EnvelopeVerifier(IEnumerable<Certificate> anchors, IReadOnlyList<CertificateRevocationList> lists, Uri hub)
{
    private static readonly SignedContentPolicy Policy = new()
    {
        Type = "cross-border-application+jws",
        Algorithms = ["SGD_SM3_SM2"],
        MaximumLength = 1_000_000,
    };

    private readonly TrustList trust = new(
    [
        .. anchors.Select(anchor => new TrustAnchor(anchor.Subject, anchor, Jurisdiction.Guangdong, new HashSet<TrustPurpose> { TrustPurpose.HubSigning })),
    ]);

    public Outcome<SignedContent> Verify(string envelope, DateTimeOffset now) =>
        SignedContent.Verify(envelope, Policy).Then(content => ChainVerifier
            .Verify(content.Chain, new ChainRequest(trust, Jurisdiction.Guangdong, TrustPurpose.HubSigning, now,
                new RevocationAnswers(lists), new RevocationPolicy(Grace: TimeSpan.Zero)))
            .Then(chain => chain.Leaf.SubjectAlternativeUris.Contains(hub.AbsoluteUri)
                ? Outcome<SignedContent>.Of(content)
                : ErrorCatalogue.IssuerNotCertified.With($"The certificate names another hub than {hub}.")));
}
