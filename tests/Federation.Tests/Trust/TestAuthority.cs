using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Tests.Trust;

/// <summary>Authorities that nobody has heard of, with what they sign.</summary>
internal static class TestAuthority
{
    public static Certificate Create(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Self(subject, key);
        return Certificate.Parse(certificate.RawData).Value;
    }

    private static X509Certificate2 Self(string subject, ECDsa key)
    {
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
    }
}
