using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CrossBorder.Federation.OpenIdConnect.MutualTls;

/// <summary>What a token is bound to by a certificate (RFC 8705 section 3.1): SHA-256 over its DER, base64url.</summary>
internal static class CertificateThumbprint
{
    public static string Of(X509Certificate2 certificate) => Base64Url.EncodeToString(SHA256.HashData(certificate.RawData));
}
