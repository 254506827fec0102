using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Pkix;
using Org.BouncyCastle.Security;
using BouncyTrustAnchor = Org.BouncyCastle.Pkix.TrustAnchor;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// The rules of RFC 5280 section 6 over a path already found: basic constraints, path length, key usage, name constraints, policies,
/// critical extensions. Revocation was asked before, see <see cref="RevocationStatus"/>.
/// </summary>
internal static class PathValidation
{
    public static Outcome<CertificatePath> Validate(CertificatePath path, ChainRequest request)
    {
        try
        {
            var parameters = new PkixParameters(new HashSet<BouncyTrustAnchor> { new(path.Anchor.Certificate.Parsed, null) })
            {
                Date = request.At.UtcDateTime,
                IsRevocationEnabled = false,
            };
            new PkixCertPathValidator().Validate(new PkixCertPath([.. path.Path.Select(certificate => certificate.Parsed)]), parameters);
            return path;
        }
        catch (Exception exception) when (exception is GeneralSecurityException or ArgumentException or InvalidOperationException or IOException)
        {
            return ErrorCatalogue.ChainUntrusted.With($"The path does not hold: {Reason(exception)}");
        }
    }

    private static string Reason(Exception exception) => (exception.InnerException ?? exception).Message;
}
