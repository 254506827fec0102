using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CrossBorder.Federation.Tests.Hosting;

/// <summary>
/// Settings with which the hub starts, in production too, and the files that they name. Its partners listen nowhere: who starts
/// with these looks at the hub alone.
/// </summary>
internal static class SettingsThatHold
{
    public static Dictionary<string, string> In(string folder)
    {
        using var tls = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        WriteCertificate(folder, "tls", new CertificateRequest("CN=localhost", tls, HashAlgorithmName.SHA256), tls.ExportPkcs8PrivateKeyPem());
        using var signing = RSA.Create(2048);
        WriteCertificate(folder, "signing", new CertificateRequest("CN=hub", signing, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), signing.ExportPkcs8PrivateKeyPem());
        foreach (var secret in new[] { "data", "lookup", "pairwise", "token", "keys" })
            WriteSecret(folder, secret, development: false);

        return new(StringComparer.Ordinal)
        {
            ["Hub:Issuer"] = "https://hub.example/",
            ["Hub:Https"] = "https://127.0.0.1:0",
            ["Hub:HttpsCertificate"] = File("tls.pem"),
            ["Hub:HttpsKey"] = File("tls.key"),
            ["Hub:PrivacyContact"] = "privacy@example.test",
            ["Database:ConnectionString"] = $"Data Source={File("hub.db")};Pooling=False",
            ["PersonalData:ActiveKey"] = "k",
            ["PersonalData:Keys:0:Id"] = "k",
            ["PersonalData:Keys:0:File"] = File("data"),
            ["PersonalData:LookupKeyFile"] = File("lookup"),
            ["PersonalData:PairwiseKeyFile"] = File("pairwise"),
            ["TokenEncryptionKeyFile"] = File("token"),
            ["KeyRotation:KeyFile"] = File("keys"),
            ["SigningKeys:0:Id"] = "hub-1",
            ["SigningKeys:0:Algorithm"] = "RS256",
            ["SigningKeys:0:KeyFile"] = File("signing.key"),
            ["SigningKeys:0:CertificateFile"] = File("signing.pem"),
            ["SigningKeys:0:Uses:0"] = "tokens",
            ["SigningKeys:0:Uses:1"] = "directory",
            ["SigningKeys:0:Uses:2"] = "home-client",
            ["Trust:Anchors:0:Name"] = "root",
            ["Trust:Anchors:0:Jurisdiction"] = "HK",
            ["Trust:Anchors:0:Purposes:0"] = "AssertionSigning",
            ["Trust:Anchors:0:CertificateFile"] = File("signing.pem"),
            ["Homes:0:Scheme"] = "home",
            ["Homes:0:Authority"] = "https://home.example/",
            ["Homes:0:ClientId"] = "hub",
            ["Homes:0:Jurisdiction"] = "HK",
            ["Homes:0:SigningKey"] = "hub-1",
            ["Homes:0:AssertionAlgorithms:0"] = "RS256",
            ["Homes:0:DisplayName:Hant"] = "登入",
            ["Homes:0:DisplayName:Hans"] = "登录",
            ["Homes:0:DisplayName:En"] = "Sign in",
            ["AccountDirectory:BaseAddress"] = "https://directory.example/",
            ["AccountDirectory:SigningKey"] = "hub-1",
            ["Licences:BaseAddress"] = "https://directory.example/",
        };

        string File(string name) => Path.Combine(folder, name);
    }

    public static void WriteSecret(string folder, string name, bool development) => System.IO.File.WriteAllText(
        Path.Combine(folder, name), (development ? "development:" : "") + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static void WriteCertificate(string folder, string name, CertificateRequest request, string key)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now, now.AddDays(1));
        System.IO.File.WriteAllText(Path.Combine(folder, name + ".pem"), certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(Path.Combine(folder, name + ".key"), key);
    }
}
