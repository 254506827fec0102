using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Xunit;

namespace CrossBorder.Federation.Tests.Sandbox;

public sealed class DevelopmentPkiTests : IDisposable
{
    private static readonly Uri Home = new("http://localhost:5081/");
    private static readonly Uri Hub = new("http://localhost:5080/");
    private readonly string folder = Directory.CreateTempSubdirectory("pki-").FullName;

    [Theory]
    [InlineData("home-rs256", "HK", TrustPurpose.AssertionSigning, "http://localhost:5081/")]
    [InlineData("home-es256", "HK", TrustPurpose.AssertionSigning, "http://localhost:5081/")]
    [InlineData("department-gd-hrss", "CN-GD", TrustPurpose.ReceiptSigning, "urn:crossborder:department:gd-hrss")]
    [InlineData("department-gd-tax", "CN-GD", TrustPurpose.ReceiptSigning, "urn:crossborder:department:gd-tax")]
    [InlineData("registry-sm2", "CN-GD", TrustPurpose.DirectorySigning, "urn:crossborder:directory:guangdong")]
    [InlineData("hub-sm2", "CN-GD", TrustPurpose.HubSigning, "http://localhost:5080/")]
    public void A_leaf_leads_to_its_anchor_for_its_purpose_until_it_is_revoked(
        string name, string jurisdiction, TrustPurpose purpose, string speaksFor)
    {
        var pki = Open();
        var chain = Read(pki, name);

        var good = Verify(pki, chain, jurisdiction, purpose);
        pki.Revoke(name);
        var revoked = Verify(pki, chain, jurisdiction, purpose);

        Assert.True(good.Succeeded, string.Join("; ", good.Errors));
        Assert.Contains(speaksFor, good.Value.Leaf.SubjectAlternativeUris);
        Assert.True(good.Value.IsDevelopment);
        Assert.All(chain, certificate => Assert.True(certificate.IsDevelopment));
        Assert.False(revoked.Succeeded);
    }

    [Fact]
    public void Certificates_are_reused_and_those_that_name_an_address_follow_it()
    {
        var first = Open();
        var kept = File.ReadAllText(first.CertificateFile("department-gd-hrss"));
        var moved = File.ReadAllText(first.CertificateFile("hub-sm2"));
        var key = File.ReadAllText(first.KeyFile("hub-sm2"));

        var second = DevelopmentPki.Open(folder, Home, new Uri("http://localhost:9999/"), SandboxDepartments.Algorithms, TimeProvider.System);

        Assert.Equal(kept, File.ReadAllText(second.CertificateFile("department-gd-hrss")));
        Assert.NotEqual(moved, File.ReadAllText(second.CertificateFile("hub-sm2")));
        Assert.Equal(key, File.ReadAllText(second.KeyFile("hub-sm2")));
    }

    [Fact]
    public void Private_keys_are_readable_by_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps file permissions otherwise.");
            return;
        }

        var pki = Open();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(pki.KeyFile("gd-root")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private DevelopmentPki Open() => DevelopmentPki.Open(folder, Home, Hub, SandboxDepartments.Algorithms, TimeProvider.System);

    private static IReadOnlyList<Certificate> Read(DevelopmentPki pki, string name) =>
        Certificate.ParseMany(File.ReadAllText(pki.CertificateFile(name))).Value;

    private static Outcome<VerifiedChain> Verify(DevelopmentPki pki, IReadOnlyList<Certificate> chain, string jurisdiction, TrustPurpose purpose) =>
        ChainVerifier.Verify(chain, new ChainRequest(SandboxTrust.Anchors(pki), new Jurisdiction(jurisdiction), purpose,
            TimeProvider.System.GetUtcNow(), SandboxTrust.Revocation(pki), new RevocationPolicy(TimeSpan.Zero)));
}
