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
    private readonly AlgorithmPolicy algorithms;
    private readonly List<Certificate> authorities;
    private readonly List<CertificatePath> found = [];
    private int signatures;

    /// <summary>How far the search came, for saying at which link it ended.</summary>
    private IReadOnlyList<Certificate> longest = [];
    private Certificate? impostor;

    private PathSearch(IReadOnlyList<Certificate> presented, ChainRequest request)
    {
        trust = request.TrustList;
        algorithms = request.Algorithms;
        authorities = [.. presented.Skip(1).Concat(trust.Intermediates).DistinctBy(certificate => certificate.Sha256Thumbprint)];
    }

    /// <summary>Every path to a suitable anchor that is in force. At least one, or the refusal.</summary>
    public static Outcome<IReadOnlyList<CertificatePath>> Find(IReadOnlyList<Certificate> presented, ChainRequest request)
    {
        var search = new PathSearch(presented, request);
        search.Extend([presented[0]]);
        return search.found.Count > 0 ? Choose(search.found, request) : search.Unfinished();
    }

    /// <summary>The first path to any anchor, for whatever place and purpose and however old; null where no anchor is reached.</summary>
    public static CertificatePath? Reach(IReadOnlyList<Certificate> presented, ChainRequest request)
    {
        var search = new PathSearch(presented, request);
        search.Extend([presented[0]]);
        return search.found.FirstOrDefault();
    }

    private void Extend(IReadOnlyList<Certificate> path)
    {
        var last = path[^1];
        if (path.Count > longest.Count)
            (longest, impostor) = (path, null);
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

    private bool Signed(Certificate certificate, Certificate issuer)
    {
        if (!certificate.Parsed.IssuerDN.Equivalent(issuer.Parsed.SubjectDN, inOrder: true) || signatures++ >= MostSignatures)
            return false;
        if (algorithms.Takes(SignatureUse.Certificates, issuer.PublicKey.Kind) && CertificateSignature.Holds(certificate, issuer))
            return true;

        if (certificate == longest[^1])
            impostor = issuer;
        return false;
    }

    private Error Unfinished()
    {
        var link = PathLinks.NameOf(longest.Count - 1, longest[^1]);
        return ErrorCatalogue.ChainUntrusted.With(impostor is not null
            ? $"{link} was not signed by the certificate of its issuer that is known ({impostor.Subject}, serial {impostor.SerialNumber}), or by an algorithm that is not taken ({longest[^1].Parsed.SigAlgName})."
            : $"{link} was issued by '{longest[^1].Issuer}', which is neither an anchor of the trust list nor among the certificates sent.");
    }

    private static Outcome<IReadOnlyList<CertificatePath>> Choose(List<CertificatePath> paths, ChainRequest request)
    {
        var local = paths.FindAll(path => path.Anchor.Jurisdiction == request.Jurisdiction);
        if (local.Count == 0)
            return paths[0].Refuse(paths[0].Path.Count, ErrorCatalogue.JurisdictionWrong, $"is of {paths[0].Anchor.Jurisdiction}; the path ends there, and {request.Jurisdiction} is wanted.");

        var suitable = local.FindAll(path => path.Anchor.Purposes.Contains(request.Purpose));
        if (suitable.Count == 0)
            return local[0].Refuse(local[0].Path.Count, ErrorCatalogue.PurposeWrong, $"is not listed for {request.Purpose} in {request.Jurisdiction}.");

        // The same authority may have an old and a renewed certificate: any path in force will do.
        var inForce = suitable.FindAll(path => path.WithAnchor.All(certificate => IsInForce(certificate, request.At)));
        return inForce.Count > 0 ? Outcome<IReadOnlyList<CertificatePath>>.Of(inForce) : NotInForce(suitable[0], request.At);
    }

    private static Error NotInForce(CertificatePath path, DateTimeOffset at)
    {
        var index = Enumerable.Range(0, path.Path.Count + 1).First(link => !IsInForce(path.At(link), at));
        var certificate = path.At(index);
        return path.Refuse(index, ErrorCatalogue.CertificateNotInForce, at < certificate.NotBefore
            ? $"is not valid before {certificate.NotBefore:u}; the time of the check is {at:u}."
            : $"expired at {certificate.NotAfter:u}; the time of the check is {at:u}.");
    }

    private static bool IsInForce(Certificate certificate, DateTimeOffset at) => certificate.NotBefore <= at && at <= certificate.NotAfter;
}
