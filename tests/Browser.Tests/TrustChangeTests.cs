using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>Two security officers in two browsers: propose, approve, in force; and an emergency that the other one reviews.</summary>
public sealed class TrustChangeTests(Chromium chromium)
{
    [Fact]
    public async Task Two_officers_admit_an_authority_and_revoke_it_in_an_emergency()
    {
        await using var first = await chromium.VisitAsync("trust-first");
        await using var second = await chromium.VisitAsync("trust-second");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        await first.SignInAsync(sandbox, "officer-a");
        await second.SignInAsync(sandbox, "officer-b");
        var pem = Authority();

        await first.PressAsync(".menu a[href='/console/changes']");
        await first.PressAsync("a.button[href='/console/changes/new']");
        await first.SeeAsync("1-new", "提出變更");
        await first.Page.FillAsync("#certificate", pem);
        await first.Page.FillAsync("#name", "Fictional Root");
        await first.Page.FillAsync("#jurisdiction", "HK");
        await first.Page.CheckAsync("input[value=AssertionSigning]");
        await first.Page.FillAsync("#reason", "機構於五月更換根證書，已以書面核對指紋。");
        await first.PressAsync("button[value=look]");
        await first.SeeAsync("2-look", "CN=Fictional Root");
        await first.PressAsync("button[value=do]");
        await first.SeeAsync("3-proposed", "等候另一位主任審批");

        await second.PressAsync(".menu a[href='/console/changes']");
        await second.SeeAsync("1-to-decide", "批准");
        await second.Page.FillAsync("main input[name=code]", await OfficerVisits.NextCodeAsync(sandbox, "officer-b"));
        await second.PressAsync("button[value=approve]");
        await second.PressUntilAsync("Fictional Root", ".menu a[href='/console/trust']");
        await second.SeeAsync("2-believed", "Fictional Root");

        await first.PressAsync("a[href='/console/changes/new']");
        await first.Page.SelectOptionAsync("#kind", "Emergency");
        await first.Page.FillAsync("#certificate", pem);
        await first.Page.FillAsync("#reason", "機構報告密鑰被盜，先停止信任。");
        await first.PressAsync("button[value=look]");
        await first.SeeAsync("4-emergency", "只有另一位主任可以還原");
        var label = await first.Page.InnerTextAsync("label[for=typed]");
        await first.Page.FillAsync("#typed", label[(label.IndexOf('「', StringComparison.Ordinal) + 1)..label.IndexOf('」', StringComparison.Ordinal)]);
        await first.Page.FillAsync("#code", await OfficerVisits.NextCodeAsync(sandbox, "officer-a"));
        await first.PressAsync("button[value=do]");
        await first.SeeAsync("5-revoked", "須由另一位主任覆核");
        // The word stands in the list of states too: what counts is the certificate's own.
        await second.PressUntilAsync(second.Page.Locator("details.inventory .state.fault"), ".menu a[href='/console/trust']");
        await second.SeeAsync("3-out-of-trust", "Fictional Root");
    }

    internal static string Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Fictional Root,O=Tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        return certificate.ExportCertificatePem();
    }
}
