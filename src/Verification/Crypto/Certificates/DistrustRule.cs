using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>A certificate that was taken out of trust holds up no path, as anchor, authority or leaf; another path may do without it.</summary>
internal static class DistrustRule
{
    public static Error? Violation(CertificatePath path, ChainRequest request)
    {
        for (var index = 0; index <= path.Path.Count; index++)
            if (request.TrustList.Distrusted.Contains(path.At(index).Sha256Thumbprint))
                return path.Refuse(index, ErrorCatalogue.CertificateDistrusted, "was taken out of trust here, whatever its issuer says.");
        return null;
    }
}
