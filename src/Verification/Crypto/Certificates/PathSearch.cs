using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// Looks for paths from a leaf to the anchors, so that a wrong jurisdiction, a wrong purpose and an unknown root
/// are told apart: a path builder that is given the right anchors alone can only say "no path".
/// </summary>
internal sealed class PathSearch
{
    private const int LongestPath = 6;

    /// <summary>Certificates that a stranger made to sign each other must not cost us an unbounded number of verifications.</summary>
    private const int MostSignatures = 40;

    private readonly TrustList trust;
    private readonly List<Certificate> authorities;
    private readonly List<CertificatePath> found = [];
    private int signatures;

    private PathSearch(IReadOnlyList<Certificate> presented, TrustList trust)
    {
        this.trust = trust;
        authorities = [.. presented.Skip(1).Concat(trust.Intermediates).DistinctBy(certificate => certificate.Sha256Thumbprint)];
    }

    public static Outcome<CertificatePath> Find(IReadOnlyList<Certificate> presented, ChainRequest request)
    {
        var search = new PathSearch(presented, request.TrustList);
        search.Extend([presented[0]]);
        return Choose(search.found, request);
    }

    private void Extend(IReadOnlyList<Certificate> path)
    {
        var last = path[^1];
        foreach (var anchor in trust.Anchors.Where(anchor => Signed(last, anchor.Certificate)))
            found.Add(new CertificatePath(path, anchor));

        if (path.Count >= LongestPath)
            return;

        foreach (var authority in authorities.Where(candidate => !path.Contains(candidate) && !IsAnchor(candidate)))
        {
            if (Signed(last, authority))
                Extend([.. path, authority]);
        }
    }

    private bool IsAnchor(Certificate certificate) =>
        trust.Anchors.Any(anchor => string.Equals(anchor.Certificate.Sha256Thumbprint, certificate.Sha256Thumbprint, StringComparison.Ordinal));

    private bool Signed(Certificate certificate, Certificate issuer) =>
        certificate.Parsed.IssuerDN.Equivalent(issuer.Parsed.SubjectDN, inOrder: true)
        && signatures++ < MostSignatures
        && CertificateSignature.Holds(certificate, issuer);

    private static Outcome<CertificatePath> Choose(List<CertificatePath> paths, ChainRequest request)
    {
        if (paths.Count == 0)
            return ErrorCatalogue.ChainUntrusted.With("No path leads from the signer's certificate to an anchor of the trust list.");

        var local = paths.FindAll(path => path.Anchor.Jurisdiction == request.Jurisdiction);
        if (local.Count == 0)
            return ErrorCatalogue.JurisdictionWrong.With($"The path ends at '{paths[0].Anchor.Name}' of {paths[0].Anchor.Jurisdiction}; {request.Jurisdiction} is wanted.");

        var suitable = local.FindAll(path => path.Anchor.Purposes.Contains(request.Purpose));
        if (suitable.Count == 0)
            return ErrorCatalogue.PurposeWrong.With($"The anchor '{local[0].Anchor.Name}' is not listed for {request.Purpose}.");

        // The same authority may have an old and a renewed certificate: any path in force will do.
        return suitable.Find(path => path.WithAnchor.All(certificate => IsInForce(certificate, request.At))) is { } inForce
            ? inForce
            : ErrorCatalogue.CertificateNotInForce.With($"Not in force at the time of the check: {suitable[0].WithAnchor.First(certificate => !IsInForce(certificate, request.At))}.");
    }

    private static bool IsInForce(Certificate certificate, DateTimeOffset at) => certificate.NotBefore <= at && at <= certificate.NotAfter;
}
