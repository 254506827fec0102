using System.Diagnostics;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Damage;
using CrossBorder.Verification.Tests.Pki;
using CsCheck;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>Certificates as partners send them: in every form that OpenSSL writes, and never with a private key.</summary>
public sealed class CertificateBundleTests : IDisposable
{
    private const string Password = "correct horse";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-bundle-");
    private readonly SoftwareSigningKey key = Keys.Of(AlgorithmCatalogue.ES256);
    private readonly Authority root = Authority.Root("Bundle root", AlgorithmCatalogue.ES256);
    private readonly Certificate leaf;

    public CertificateBundleTests() => leaf = root.Leaf(key, new LeafRequest());

    private string Pem => leaf.ToPem() + root.Certificate.ToPem();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Several_in_PEM_with_text_around_them_are_read_in_order_and_each_once() =>
        Assert.Equal([leaf, root.Certificate], Read($"subject=CN = Signer\n{Pem}\nand again\n{leaf.ToPem()}").Value);

    [Fact]
    public void One_in_DER_is_read() => Assert.Equal([leaf], CertificateBundle.Read(leaf.Der.Span).Value);

    [Theory, InlineData("PEM"), InlineData("DER")]
    public void A_PKCS7_file_of_OpenSSL_is_read(string form) =>
        Assert.Equal([leaf, root.Certificate], CertificateBundle.Read(Pkcs7(form)).Value);

    [Fact]
    public void A_PKCS12_file_of_certificates_alone_is_read_with_its_password_and_refused_with_CB3092_under_another()
    {
        var file = Pkcs12("-nokeys");

        Assert.Equal([leaf, root.Certificate], CertificateBundle.Read(file, Password).Value.OrderBy(certificate => certificate.IsSelfIssued));
        Assert.Equal("CB3092", CertificateBundle.Read(file, "wrong").Error.Code);
    }

    [Theory, InlineData("-keypbe AES-256-CBC"), InlineData("-keypbe NONE"), InlineData("-keypbe PBE-SHA1-3DES")]
    public void A_PKCS12_file_with_a_private_key_is_refused_with_CB6112_however_the_key_is_kept(string how)
    {
        File.WriteAllText(Path("key.pem"), key.ToPkcs8Pem());

        Assert.Equal("CB6112", CertificateBundle.Read(Pkcs12($"-inkey {Path("key.pem")} {how}"), Password).Error.Code);
    }

    [Fact]
    public void A_private_key_beside_the_certificates_or_alone_is_refused_with_CB6112_in_PEM_and_DER()
    {
        var encrypted = key.ToEncryptedPkcs8Pem(Password, KeyEncryption.All[0], KeyEncryption.MinimumIterations);
        foreach (var text in new[] { key.ToPkcs8Pem(), encrypted, Pem + key.ToPkcs8Pem(), encrypted + Pem, Pem + "-----BEGIN EC PRIVATE" + " KEY-----\ndamaged" })
            Assert.Equal("CB6112", Read(text).Error.Code);
        foreach (var pem in new[] { key.ToPkcs8Pem(), encrypted })
            Assert.Equal("CB6112", CertificateBundle.Read(Convert.FromBase64String(string.Concat(pem.Split('\n').Where(line => !line.StartsWith('-'))))).Error.Code);
    }

    [Fact]
    public void What_is_no_certificate_too_much_or_too_many_is_refused_with_CB6111()
    {
        foreach (var text in new[] { "", "hello", "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n" })
            Assert.Equal("CB6111", Read(text).Error.Code);
        Assert.Equal("CB6111", CertificateBundle.Read(new byte[CertificateBundle.MaximumLength + 1]).Error.Code);
        var many = string.Concat(Enumerable.Range(0, CertificateBundle.MaximumCertificates + 1).Select(_ => root.Leaf(key, new LeafRequest()).ToPem()));
        Assert.Equal("CB6111", Read(many).Error.Code);
    }

    [Theory]
    [InlineData(new byte[] { 0x30, 0x80 })]
    [InlineData(new byte[] { 0xA0, 0x80 })]
    [InlineData(new byte[] { 0x31, 0x80 })]
    public void Nesting_without_an_end_is_refused(byte[] level)
    {
        byte[] deep = [0x30, 0x80, .. Enumerable.Repeat(level, 30_000).SelectMany(bytes => bytes)];
        Assert.False(CertificateBundle.Read(deep).Succeeded);
        Assert.False(CertificateBundle.Read([0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, .. deep.Take(60_000)]).Succeeded);
    }

    [Fact]
    public void A_damaged_file_is_read_or_refused_by_a_code_and_only_what_is_well_formed_comes_out()
    {
        foreach (var good in new[] { Pkcs7("DER"), Pkcs12("-nokeys -certpbe NONE"), leaf.Der.ToArray() })
            DamagedBytes.Of(good).Sample(damaged =>
            {
                var read = CertificateBundle.Read(damaged, Password);
                if (read.TryGetValue(out var certificates))
                    Assert.All(certificates, certificate => _ = (certificate.ToPem(), certificate.KeyUsages, certificate.RevocationAddresses, certificate.SignatureAlgorithm));
                else
                    Assert.Contains(read.Error.Code, (string[])["CB3007", "CB3008", "CB3047", "CB3092", "CB6111", "CB6112"]);
            }, iter: Rounds.Some);
    }

    private static Outcomes.Outcome<IReadOnlyList<Certificate>> Read(string text) => CertificateBundle.Read(System.Text.Encoding.UTF8.GetBytes(text));

    private string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    private byte[] Pkcs7(string form)
    {
        File.WriteAllText(Path("all.pem"), Pem);
        return OpenSsl($"crl2pkcs7 -nocrl -certfile {Path("all.pem")} -outform {form} -out {Path("out")}");
    }

    private byte[] Pkcs12(string options)
    {
        File.WriteAllText(Path("all.pem"), Pem);
        return OpenSsl($"pkcs12 -export -in {Path("all.pem")} {options} -passout pass:{Password.Replace(" ", "\\ ", StringComparison.Ordinal)} -out {Path("out")}");
    }

    private byte[] OpenSsl(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments.Replace("\\ ", "\u0001", StringComparison.Ordinal).Split(' ').Select(word => word.Replace('\u0001', ' '))) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
        return File.ReadAllBytes(Path("out"));
    }
}
