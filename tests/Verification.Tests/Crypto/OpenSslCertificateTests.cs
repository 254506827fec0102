using System.Globalization;
using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>Certificates, lists, OCSP responses, requests and PKCS#12 files against OpenSSL, which shares no code with this product.</summary>
public sealed class OpenSslCertificateTests : IDisposable
{
    private const string UserId = "distid:1234567812345678";
    private static readonly string At = Clock.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    private readonly OpenSsl? openssl = OpenSsl.IsMissing ? null : new OpenSsl();

    public void Dispose() => openssl?.Dispose();

    [Fact]
    public async Task OpenSSL_agrees_about_an_RSA_chain_with_its_lists()
    {
        var root = Authority.Root("Root", AlgorithmCatalogue.RS256);
        var issuing = root.Intermediate("Issuing", AlgorithmCatalogue.RS256);
        var leaf = issuing.Leaf(Keys.Of(AlgorithmCatalogue.RS256), new LeafRequest());
        await RunAsync(0, "verify", "-attime", At, "-crl_check_all", "-CAfile", Pem("root.pem", root.Certificate),
            "-untrusted", Pem("issuing.pem", issuing.Certificate), "-CRLfile", List("lists.pem", root.List(), issuing.List()), Pem("leaf.pem", leaf));

        issuing.Revoke(leaf, Clock.Start.AddDays(-1));
        await RunAsync(2, "verify", "-attime", At, "-crl_check_all", "-CAfile", PathOf("root.pem"),
            "-untrusted", PathOf("issuing.pem"), "-CRLfile", List("lists.pem", root.List(), issuing.List()), PathOf("leaf.pem"));
    }

    [Fact]
    public async Task OpenSSL_verifies_an_SM2_list_by_its_parts()
    {
        var root = Authority.Root("Root", AlgorithmCatalogue.Sm2);
        var list = root.List().Parsed.Crl.CertificateList;
        await RunAsync(0, "x509", "-in", Pem("root.pem", root.Certificate), "-pubkey", "-noout", "-out", PathOf("root.pub"));
        await RunAsync(0, "dgst", "-sm3", "-verify", PathOf("root.pub"), "-sigopt", UserId,
            "-signature", Write("signature", list.GetSignatureOctets()), Write("tbs", list.TbsCertList.GetDerEncoded()));
    }

    // -attime holds for the chain alone: the times of the response itself are held against this very day.
    private const string AnyAge = "2000000000";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OpenSSL_agrees_about_an_OCSP_response_for_RSA(bool isRevoked)
    {
        var root = Authority.Root("Root", AlgorithmCatalogue.RS256);
        var leaf = root.Leaf(Keys.Of(AlgorithmCatalogue.RS256), new LeafRequest());
        var status = isRevoked ? new RevokedStatus(Clock.Start.AddDays(-1).UtcDateTime, CrlReason.KeyCompromise) : CertificateStatus.Good;
        var response = Write("response.der", new Responder(root, root) { Status = status }.Encode(leaf));

        var output = await RunAsync(0, "ocsp", "-respin", response, "-issuer", Pem("root.pem", root.Certificate), "-cert", Pem("leaf.pem", leaf),
            "-CAfile", PathOf("root.pem"), "-no_nonce", "-attime", At, "-validity_period", AnyAge);

        Assert.Contains("Response verify OK", output, StringComparison.Ordinal);
        Assert.Contains(isRevoked ? "leaf.pem: revoked" : "leaf.pem: good", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task We_read_an_OCSP_response_that_OpenSSL_made()
    {
        var root = Authority.Root("Root", AlgorithmCatalogue.RS256);
        var leaf = root.Leaf(Keys.Of(AlgorithmCatalogue.RS256), new LeafRequest());
        var index = Write("index.txt", Encoding.ASCII.GetBytes($"V\t270601080000Z\t\t{Even(leaf.SerialNumber)}\tunknown\t/CN=Signer\n"));
        await RunAsync(0, "ocsp", "-index", index, "-CA", Pem("root.pem", root.Certificate), "-rsigner", PathOf("root.pem"), "-rkey", Write("root.key", Encoding.ASCII.GetBytes(root.PrivateKeyPem())),
            "-issuer", PathOf("root.pem"), "-cert", Pem("leaf.pem", leaf), "-ndays", "1", "-noverify", "-respout", PathOf("response.der"));

        var response = RevocationResponse.Parse(await File.ReadAllBytesAsync(PathOf("response.der"), TestContext.Current.CancellationToken)).Value;

        Assert.True(response.IsAbout(leaf, root.Certificate));
        var anchor = new TrustAnchor("root", root.Certificate, Jurisdiction.HongKong, new HashSet<TrustPurpose> { TrustPurpose.AssertionSigning });
        // OpenSSL writes the time of this very day: the grace reaches from it to the fixed time of these tests.
        var outcome = ChainVerifier.Verify([leaf], new ChainRequest(new TrustList([anchor]), Jurisdiction.HongKong, TrustPurpose.AssertionSigning,
            Clock.Start, new RevocationAnswers([], [response]), new RevocationPolicy(TimeSpan.FromDays(36500))));
        Assert.True(outcome.Succeeded, string.Join("; ", outcome.Errors));
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    [InlineData("SGD_SM3_SM2")]
    public async Task OpenSSL_verifies_our_certificate_requests(string algorithm)
    {
        var key = Keys.Of(Named(algorithm));
        var request = CertificateRequest.Create(key, "C=HK,O=Bureau,CN=Assertions", ["https://id.gov.hk/"], [TrustPurpose.AssertionSigning.ToOid()]).Value;
        string[] userId = key.Algorithm.Kind == KeyKind.Sm2 ? ["-vfyopt", UserId] : [];

        var output = await RunAsync(0, ["req", "-verify", "-noout", "-text", "-in", Write("request.pem", Encoding.ASCII.GetBytes(request.ToPem())), .. userId]);

        Assert.Contains("verify OK", output, StringComparison.Ordinal);
        Assert.Contains("URI:https://id.gov.hk/", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("SGD_SM3_SM2")]
    public async Task We_verify_the_certificate_requests_of_OpenSSL(string algorithm)
    {
        var key = Keys.Of(Named(algorithm));
        string[] options = key.Algorithm.Kind == KeyKind.Sm2 ? ["-sm3", "-sigopt", UserId] : ["-sha256"];
        await RunAsync(0, ["req", "-new", "-key", Write("key.pem", Encoding.ASCII.GetBytes(key.ToPkcs8Pem())), "-subj", "/O=Bureau/CN=Assertions", "-out", PathOf("request.pem"), .. options]);

        var request = CertificateRequest.Parse(await File.ReadAllBytesAsync(PathOf("request.pem"), TestContext.Current.CancellationToken)).Value;

        Assert.True(request.PublicKey.IsSameKeyAs(key.PublicKey));
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    [InlineData("SGD_SM3_SM2")]
    public async Task We_open_the_PKCS12_files_of_OpenSSL(string algorithm)
    {
        var (key, issuing) = await ExportAsync(algorithm);
        var file = await File.ReadAllBytesAsync(PathOf("key.p12"), TestContext.Current.CancellationToken);

        var opened = Pkcs12File.Open(file, "correct horse", Named(algorithm)).Value;

        Assert.True(opened.PublicKey.IsSameKeyAs(key.PublicKey));
        Assert.Equal(2, opened.Chain.Count);
        Assert.Equal(issuing.Certificate.Sha256Thumbprint, opened.Chain[1].Sha256Thumbprint);
        Assert.True(key.PublicKey.Verify(opened.Algorithm, "data"u8, opened.Sign("data"u8)));
        Assert.Equal("CB3092", Pkcs12File.Open(file, "wrong", Named(algorithm)).Error.Code);
        file[^40] ^= 1;
        Assert.Equal("CB3092", Pkcs12File.Open(file, "correct horse", Named(algorithm)).Error.Code);
    }

    [Theory]
    [InlineData("triple DES", "-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES")]
    [InlineData("triple DES", "-keypbe", "PBE-SHA1-3DES")]
    [InlineData("SHA-1", "-macalg", "sha1")]
    [InlineData("no integrity check", "-nomac")]
    [InlineData("without encryption", "-keypbe", "NONE")]
    public async Task A_PKCS12_file_under_an_old_scheme_is_refused_with_CB3047(string why, params string[] options)
    {
        await ExportAsync("ES256", options);
        var error = Pkcs12File.Open(await File.ReadAllBytesAsync(PathOf("key.p12"), TestContext.Current.CancellationToken), "correct horse", AlgorithmCatalogue.ES256).Error;
        Assert.Equal("CB3047", error.Code);
        Assert.Contains(why, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_PKCS12_file_never_throws()
    {
        await ExportAsync("ES256");
        var file = await File.ReadAllBytesAsync(PathOf("key.p12"), TestContext.Current.CancellationToken);
        for (var index = 0; index < file.Length; index += 3)
        {
            var changed = (byte[])file.Clone();
            changed[index] ^= 0x21;
            _ = Pkcs12File.Open(changed, "correct horse", AlgorithmCatalogue.ES256).Errors;
        }

        Assert.Equal("CB3007", Pkcs12File.Open("nothing"u8, "", AlgorithmCatalogue.ES256).Error.Code);
    }

    private async Task<(SoftwareSigningKey Key, Authority Issuing)> ExportAsync(string algorithm, params string[] options)
    {
        var root = Authority.Root("Root", Named(algorithm));
        var issuing = root.Intermediate("Issuing", Named(algorithm));
        var key = Keys.Of(Named(algorithm));
        await RunAsync(0, ["pkcs12", "-export", "-inkey", Write("key.pem", Encoding.ASCII.GetBytes(key.ToPkcs8Pem())), "-in", Pem("leaf.pem", issuing.Leaf(key, new LeafRequest())),
            "-certfile", Write("chain.pem", Encoding.ASCII.GetBytes(root.Certificate.ToPem() + issuing.Certificate.ToPem())), "-passout", "pass:correct horse", "-out", PathOf("key.p12"), .. options]);
        return (key, issuing);
    }

    private async Task<string> RunAsync(int expected, params string[] arguments)
    {
        Assert.SkipWhen(openssl is null, "OpenSSL is not installed: certificates were not compared with it.");
        var (exit, output) = await openssl!.RunAsync(arguments);
        Assert.True(exit == expected, output);
        return output;
    }

    private string PathOf(string name) => openssl?.PathOf(name) ?? name;

    private string Write(string name, byte[] content) => openssl?.Write(name, content) ?? name;

    private string Pem(string name, Certificate certificate) => Write(name, Encoding.ASCII.GetBytes(certificate.ToPem()));

    private string List(string name, params CertificateRevocationList[] lists) => Write(name, Encoding.ASCII.GetBytes(string.Join('\n',
        lists.Select(list => System.Security.Cryptography.PemEncoding.WriteString("X509 CRL", list.Encoded.Span)))));

    private static string Even(string hex) => (hex.Length % 2 == 0 ? hex : "0" + hex).ToUpperInvariant();

    private static SignatureAlgorithm Named(string name) => AlgorithmCatalogue.All.Single(known => known.Name == name);
}
