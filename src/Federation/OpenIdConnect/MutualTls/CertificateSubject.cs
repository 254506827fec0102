using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CrossBorder.Federation.OpenIdConnect.MutualTls;

/// <summary>The subject that a client registered (RFC 8705 section 2.1.2), compared as a name and not as it happens to be spelt or encoded.</summary>
internal static class CertificateSubject
{
    /// <summary>Name of the setting in OpenIddict's rows (RFC 8705 calls the metadata so).</summary>
    public const string Setting = "tls_client_auth_subject_dn";

    /// <summary>Name of the setting in OpenIddict's rows: the place whose authorities certify the client.</summary>
    public const string JurisdictionSetting = "tls_client_jurisdiction";

    public static bool IsName(string text) => Parse(text) is not null;

    public static bool IsOf(X509Certificate2 certificate, string registered) =>
        Parse(registered) is { } name && string.Equals(name.Name, certificate.SubjectName.Name, StringComparison.Ordinal);

    private static X500DistinguishedName? Parse(string text)
    {
        try
        {
            return new X500DistinguishedName(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
