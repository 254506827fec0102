using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;

namespace CrossBorder.Browser.Tests;

/// <summary>Two security officers in two browsers: propose, rehearse, approve, in force, confirm, revoke; and an emergency that the other one reviews.</summary>
public sealed class TrustChangeTests(Chromium chromium)
{
    [Fact]
    public async Task Two_officers_admit_an_authority_confirm_it_and_revoke_it_and_review_an_emergency()
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
        await first.Page.FillAsync("#window", "60");
        await first.PressAsync("button[value=look]");
        await first.SeeAsync("2-look", "CN=Fictional Root");
        await first.PressAsync("button[value=do]");
        await first.SeeAsync("3-proposed", "等候另一位主任審批");

        await second.OpenChangeAsync("等候處理");
        await second.SeeAsync("1-to-decide", "預演", "CN=Fictional Root", "如果您批准", "60 分鐘內無人確認");
        await second.StepAsync(sandbox, "officer-b", "approve");
        await second.ReloadUntilAsync("生效中，等候確認");
        await second.ReloadUntilAsync("各節點何時採用這項變更");
        await second.SeeAsync("2-in-force", "各節點何時採用這項變更", "如果您還原");
        await second.PressUntilAsync("Fictional Root", ".menu a[href='/console/trust']");
        await second.SeeAsync("3-believed", "Fictional Root");

        await first.OpenChangeAsync("等候處理");
        await first.StepAsync(sandbox, "officer-a", "confirm");
        await first.SeeAsync("4-confirmed", "確認者", "officer-a", "Fictional Root");

        await first.ProposeRevocationAsync(pem);
        await first.SeeAsync("5-revocation-proposed", "撤銷（不可恢復）", "撤回");
        await second.OpenChangeAsync("等候處理");
        await second.TypeNameAsync();
        await second.StepAsync(sandbox, "officer-b", "approve");
        // The word stands in the list of states too: what counts is the certificate's own.
        await second.PressUntilAsync(second.Page.Locator("details.inventory .state.fault"), ".menu a[href='/console/trust']");
        await second.SeeAsync("4-out-of-trust", "Fictional Root");
    }

    [Fact]
    public async Task One_officer_revokes_in_an_emergency_and_the_other_reviews_it()
    {
        await using var first = await chromium.VisitAsync("emergency-first");
        await using var second = await chromium.VisitAsync("emergency-second");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        using (var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi"))
        using (var browser = SandboxFixture.NewBrowser())
            await client.SignInAsync(browser, "r1");
        await first.SignInAsync(sandbox, "officer-a");
        await second.SignInAsync(sandbox, "officer-b");
        var pem = await File.ReadAllTextAsync(sandbox.Pki.CertificateFile("hk-intermediate"), TestContext.Current.CancellationToken);

        await first.PressAsync(".menu a[href='/console/trust']");
        await first.PressAsync("a[href='/console/changes/new']");
        await first.Page.SelectOptionAsync("#kind", "Emergency");
        await first.Page.FillAsync("#certificate", pem);
        await first.Page.FillAsync("#reason", "機構報告密鑰被盜，先停止信任。");
        await first.PressAsync("button[value=look]");
        await first.SeeAsync("1-emergency", "只有另一位主任可以還原", "倚賴它的有：1 個現時的登入時段");
        await first.TypeNameAsync();
        await first.Page.FillAsync("#code", await OfficerVisits.NextCodeAsync(sandbox, "officer-a"));
        await first.PressAsync("button[value=do]");
        await first.ReloadUntilAsync("登入已結束");
        await first.SeeAsync("2-revoked", "須由另一位主任覆核", "已結束 1 個登入");

        await second.PressAsync(".product a");
        await second.SeeAsync("1-told-on-the-first-page", "緊急撤銷");
        await second.OpenChangeAsync("等候處理");
        await second.SeeAsync("2-to-review", "機構報告密鑰被盜", "確認保留");
        await second.StepAsync(sandbox, "officer-b", "confirm");
        await second.SeeAsync("3-upheld", "確認者", "officer-b");
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
