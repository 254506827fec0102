using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Sandbox.Pki;

/// <summary>How a department or a registry makes sure that a message comes from the hub.</summary>
internal sealed class HubSignature(DevelopmentPki pki, Uri hubIssuer, TimeProvider clock)
{
    private static readonly TimeSpan ListAge = TimeSpan.FromMinutes(1);
    private readonly TrustList trustList = new(
    [
        new TrustAnchor("gd-root", Certificate.Parse(File.ReadAllBytes(pki.CertificateFile("gd-root"))).Value,
            Jurisdiction.Guangdong, new HashSet<TrustPurpose> { TrustPurpose.HubSigning }),
    ]);

    private (RevocationAnswers Answers, DateTimeOffset At)? lists;

    public Outcome<SignedContent> Verify(string compact, string type)
    {
        var policy = new SignedContentPolicy
        {
            Type = type,
            Algorithms = [.. AlgorithmCatalogue.All.Select(algorithm => algorithm.Name)],
            MaximumLength = 1_000_000,
        };
        return SignedContent.Verify(compact, policy).Then(content => ChainVerifier
            .Verify(content.Chain, new ChainRequest(trustList, Jurisdiction.Guangdong, TrustPurpose.HubSigning,
                clock.GetUtcNow(), Lists(), new RevocationPolicy(TimeSpan.Zero)))
            .Then(chain => chain.Leaf.SubjectAlternativeUris.Contains(hubIssuer.AbsoluteUri)
                ? Outcome<SignedContent>.Of(content)
                : ErrorCatalogue.IssuerNotCertified.With("The certificate is not that of the hub.")));
    }

    private RevocationAnswers Lists()
    {
        var now = clock.GetUtcNow();
        if (lists is not { } known || now - known.At > ListAge)
        {
            lists = known = (new RevocationAnswers(
            [
                CertificateRevocationList.Parse(pki.RevocationList("gd-root")).Value,
                CertificateRevocationList.Parse(pki.RevocationList("gd-intermediate")).Value,
            ]), now);
        }

        return known.Answers;
    }
}
