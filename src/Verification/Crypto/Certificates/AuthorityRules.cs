using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// Whether those who signed in a path might: basic constraints, key usage, path length (RFC 5280 sections 4.2.1.3, 4.2.1.9 and 6.1.4),
/// and the extended key usage of an authority, which limits what it may certify wherever it has one.
/// </summary>
internal static class AuthorityRules
{
    public static Error? Violation(CertificatePath path, ChainRequest request)
    {
        for (var index = 1; index < path.Path.Count; index++)
        {
            var authority = path.Path[index];
            if (!authority.Extensions.IsAuthority)
                return path.Refuse(index, ErrorCatalogue.ChainUntrusted, "signed the one below it, but is not the certificate of an authority (its basic constraints do not say CA).");
            if (!authority.Extensions.MaySignCertificates)
                return path.Refuse(index, ErrorCatalogue.ChainUntrusted, "signed the one below it, but its key usage does not allow signing certificates (keyCertSign).");
            if (authority.Purposes.Count > 0 && !authority.Purposes.Contains(request.Purpose.ToOid()) && !authority.Purposes.Contains(KeyPurposeID.AnyExtendedKeyUsage.Id))
                return path.Refuse(index, ErrorCatalogue.PurposeWrong, $"is an authority limited to other uses by its extended key usage; {request.Purpose} ({request.Purpose.ToOid()}) is wanted.");
        }

        return TooLong(path);
    }

    private static Error? TooLong(CertificatePath path)
    {
        var below = 0;
        for (var index = 1; index <= path.Path.Count; index++)
        {
            var authority = path.At(index).Extensions;
            if (authority.IsAuthority && below > authority.PathLength)
                return path.Refuse(index, ErrorCatalogue.ChainUntrusted, $"allows {authority.PathLength} authorities below it (path length); this path has {below}.");
            if (!authority.IsSelfIssued)
                below++;
        }

        return null;
    }
}
