using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>
/// Lays recorded chains before the same verifier that judged them when they came. Rehearsals and what really happens both ask here,
/// so that they cannot differ.
/// </summary>
internal sealed class PathJudge(IReadOnlyDictionary<string, Certificate> certificates)
{
    public static PathJudge Of(IEnumerable<SeenCertificate> seen) => new(seen.ToDictionary(
        certificate => certificate.Fingerprint, certificate => Certificate.Parse(certificate.Encoded).Value, StringComparer.Ordinal));

    /// <summary>
    /// Whether there is a path at that time, revocation lists left aside: a list that is late must end nobody's session, and a list that is
    /// late must keep nobody's session alive.
    /// </summary>
    public bool Leads(TrustPath path, TrustList list, DateTimeOffset at) =>
        Find(path) is { } presented && ChainVerifier.VerifyPath(presented, Request(path, new TrustMaterial(list, RevocationAnswers.Empty, new RevocationPolicy(TimeSpan.Zero)), at)).Succeeded;

    /// <summary>What the pipeline would say of it at that time, revocation included; null where it would be accepted.</summary>
    public Error? Refusal(TrustPath path, TrustMaterial material, DateTimeOffset at)
    {
        if (Find(path) is not { } presented)
            return ErrorCatalogue.ChainUntrusted.With("A certificate of the recorded chain is not kept any more.");
        var verified = ChainVerifier.Verify(presented, Request(path, material, at));
        return verified.Succeeded ? null : verified.Error;
    }

    /// <summary>Whether all its certificates are within their own time.</summary>
    public bool IsInForce(TrustPath path, DateTimeOffset at) => path.AllFingerprints.All(fingerprint =>
        certificates.TryGetValue(fingerprint, out var certificate) && certificate.NotBefore <= at && at <= certificate.NotAfter);

    private List<Certificate>? Find(TrustPath path)
    {
        var found = path.PresentedFingerprints.Select(certificates.GetValueOrDefault).OfType<Certificate>().ToList();
        return found.Count == path.PresentedFingerprints.Count ? found : null;
    }

    private static ChainRequest Request(TrustPath path, TrustMaterial material, DateTimeOffset at) => new(
        material.TrustList, new Jurisdiction(path.Jurisdiction), path.Purpose, at, material.RevocationAnswers, material.RevocationPolicy)
    {
        Party = path.Party,
    };
}
