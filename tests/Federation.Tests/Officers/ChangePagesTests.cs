using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>Two security officers, two browsers: what one proposes the other decides, and the hub believes what they agreed on.</summary>
public sealed class ChangePagesTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private const string First = "SecurityOfficer";
    private const string Second = "second";
    private const string New = "/console/changes/new";
    private const string All = "/console/changes";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TrustMaterial Trust => desk.Services.GetRequiredService<ITrustSnapshot>().Current;

    [Fact]
    public async Task An_authority_is_shown_first_then_proposed_then_believed_once_the_other_officer_approves()
    {
        var authority = Authority("CN=New Root");
        using var first = await desk.EnterAsync(First);
        using var second = await desk.EnterAsync(Second);
        var look = await PostAsync(first, New, Admit(authority, "look"));
        Assert.Equal(HttpStatusCode.OK, look.Status);
        Assert.Contains("CN=New Root", look.Text, StringComparison.Ordinal);
        Assert.Contains(ConsoleFingerprint.Show(authority.Sha256Thumbprint), look.Text, StringComparison.Ordinal);
        Assert.Null(await FindAsync(authority));

        Assert.Equal(HttpStatusCode.Found, (await PostAsync(first, New, Admit(authority, "do"))).Status);
        var change = (await FindAsync(authority))!;
        Assert.Equal(TrustChangeState.Proposed, change.State);
        var (listed, _) = await second.GoAsync(All);
        Assert.Contains("The new root", listed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"step\"", listed.Html, StringComparison.Ordinal);
        var (toDecide, _) = await second.GoAsync(Of(change));
        foreach (var shown in new[] { "The new root", "CN=New Root", "HK", "Sign identity assertions", ConsoleFingerprint.Show(authority.Sha256Thumbprint) })
            Assert.Contains(shown, toDecide.Text, StringComparison.Ordinal);
        var own = await StepAsync(first, First, change, "approve");
        Assert.Equal(HttpStatusCode.Forbidden, own.Status);
        Assert.Contains("CB6103", own.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await StepAsync(second, Second, change, "approve")).Status);

        await UntilAsync(() => Trust.TrustList.Anchors.Any(anchor => anchor.Name == "The new root" && anchor.Certificate.Sha256Thumbprint == authority.Sha256Thumbprint));
    }

    [Fact]
    public async Task An_emergency_needs_the_phrase_and_a_code_holds_at_once_and_is_taken_back_by_the_other_officer_alone()
    {
        var authority = Authority("CN=Stolen");
        using var first = await desk.EnterAsync(First);
        using var second = await desk.EnterAsync(Second);
        var fields = Fields(authority, "Emergency", "do");

        var wrong = await PostAsync(first, New, With(fields, ("typed", "yes"), ("code", await desk.FreshCodeAsync("securityofficer"))));
        Assert.Contains("CB6115", wrong.Text, StringComparison.Ordinal);
        Assert.Null(await FindAsync(authority));
        var withoutCode = await PostAsync(first, New, With(fields, ("typed", "CN=Stolen"), ("code", "")));
        Assert.Contains("CB6056", withoutCode.Text, StringComparison.Ordinal);
        Assert.Null(await FindAsync(authority));

        var done = await PostAsync(first, New, With(fields, ("typed", "CN=Stolen"), ("code", await desk.FreshCodeAsync("securityofficer"))));
        Assert.Equal(HttpStatusCode.Found, done.Status);
        await UntilAsync(() => Trust.TrustList.Distrusted.Contains(authority.Sha256Thumbprint));
        var change = (await FindAsync(authority))!;
        Assert.Contains("CB6103", (await StepAsync(first, First, change, "roll-back")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await StepAsync(second, Second, change, "roll-back")).Status);
        await UntilAsync(() => !Trust.TrustList.Distrusted.Contains(authority.Sha256Thumbprint));
    }

    [Fact]
    public async Task A_certificate_that_is_known_is_named_by_its_fingerprint_as_tools_write_it()
    {
        var authority = Authority("CN=Known");
        using var first = await desk.EnterAsync(First);
        await PostAsync(first, New, Admit(authority, "do"));
        var colons = string.Join(':', ConsoleFingerprint.Show(authority.Sha256Thumbprint).ToUpperInvariant().Chunk(2).Select(pair => new string(pair)));

        var look = await PostAsync(first, New, With(Fields(authority, "Revoke", "look"), ("Form.Certificate", colons)));

        Assert.Contains("CN=Known", look.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_taken_once_and_without_one_nothing_is_approved()
    {
        var (one, two) = (Authority("CN=One"), Authority("CN=Two"));
        using var first = await desk.EnterAsync(First);
        using var second = await desk.EnterAsync(Second);
        await PostAsync(first, New, Admit(one, "do"));
        await PostAsync(first, New, Admit(two, "do"));
        var code = await desk.FreshCodeAsync(Second);

        Assert.Equal(HttpStatusCode.Found, (await StepAsync(second, (await FindAsync(one))!, "approve", code)).Status);
        Assert.Contains("CB6056", (await StepAsync(second, (await FindAsync(two))!, "approve", code)).Text, StringComparison.Ordinal);
        Assert.Contains("CB6056", (await StepAsync(second, (await FindAsync(two))!, "approve", "")).Text, StringComparison.Ordinal);

        Assert.Equal(TrustChangeState.Proposed, (await FindAsync(two))!.State);
    }

    [Fact]
    public async Task An_auditor_reads_and_changes_nothing()
    {
        var authority = Authority("CN=Read");
        using var first = await desk.EnterAsync(First);
        using var auditor = await desk.EnterAsync("Auditor");
        await PostAsync(first, New, With(Admit(authority, "do"), ("Form.Name", "Read it is called")));
        var change = (await FindAsync(authority))!;

        Assert.Contains("Read it is called", (await auditor.GoAsync(All)).Page.Text, StringComparison.Ordinal);
        var (shown, _) = await auditor.GoAsync(Of(change));
        Assert.Contains(change.Reason, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"step\"", shown.Html, StringComparison.Ordinal);
        var token = (await TokenAsync(auditor, "/console/sign-out"))!;
        var (refused, _) = await auditor.PostAsync(Of(change), new() { ["step"] = "refuse", ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("CB6052", refused.Text, StringComparison.Ordinal);
        Assert.Equal(TrustChangeState.Proposed, (await FindAsync(authority))!.State);
    }

    [Fact]
    public async Task What_takes_trust_away_shows_its_numbers_beside_the_button_and_wants_the_certificates_name()
    {
        var authority = Authority("CN=Doubted");
        using var first = await desk.EnterAsync(First);
        using var second = await desk.EnterAsync(Second);
        await PostAsync(first, New, Admit(authority, "do"));
        Assert.Equal(HttpStatusCode.Found, (await StepAsync(second, Second, (await FindAsync(authority))!, "approve")).Status);
        await UntilAsync(() => Trust.TrustList.Anchors.Any(anchor => anchor.Certificate.Sha256Thumbprint == authority.Sha256Thumbprint));
        await PostAsync(first, New, Fields(authority, "Suspend", "do"));
        var change = await desk.UseAsync(context => context.TrustChanges.AsNoTracking()
            .SingleAsync(row => row.Fingerprint == authority.Sha256Thumbprint && row.Kind == TrustChangeKind.Suspend, Stop));

        var (own, _) = await first.GoAsync(Of(change));
        Assert.DoesNotContain("value=\"approve\"", own.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"withdraw\"", own.Html, StringComparison.Ordinal);
        var (page, _) = await second.GoAsync(Of(change));
        Assert.Matches("(?s)id=\"decide\".*Nothing of what was verified would break.*value=\"approve\"", page.Html);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["step"] = "approve", ["code"] = await desk.FreshCodeAsync(Second), ["typed"] = "the new one" };
        Assert.Contains("CB6115", (await PostAsync(second, Of(change), fields)).Text, StringComparison.Ordinal);
        Assert.Contains("CB6102", (await PostAsync(second, Of(change), With(fields, ("step", "nonsense")))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await PostAsync(second, Of(change), With(fields, ("typed", "The new root")))).Status);

        await UntilAsync(() => Trust.TrustList.Distrusted.Contains(authority.Sha256Thumbprint));
    }

    [Fact]
    public async Task The_list_reads_a_page_of_concluded_changes_at_a_time()
    {
        using var first = await desk.EnterAsync(First);
        await desk.UseAsync(async context =>
        {
            var now = TimeProvider.System.GetUtcNow();
            for (var i = 0; i < 26; i++)
            {
                var change = TrustChange.Propose(new TrustProposal(TrustChangeKind.Revoke, Authority("CN=Past").Sha256Thumbprint, $"Of long ago, number {i:00}."), "somebody", now.AddYears(-2).AddDays(i)).Value;
                context.Add(change.Refuse("another", now).Value);
            }

            return await context.SaveChangesAsync(Stop);
        });

        var (newest, _) = await first.GoAsync(All);
        Assert.Contains("number 25", newest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("number 00", newest.Text, StringComparison.Ordinal);
        var (older, _) = await first.GoAsync(All + "?older=1");
        Assert.Contains("number 00", older.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Still to be decided", older.Text, StringComparison.Ordinal);
        foreach (var nonsense in new[] { "-5", "2147483647" })
            Assert.Equal(HttpStatusCode.OK, (await first.GoAsync(All + "?older=" + nonsense)).Page.Status);
    }

    [Fact]
    public async Task A_form_that_is_empty_or_holds_nonsense_is_answered_and_nothing_is_stored()
    {
        using var first = await desk.EnterAsync(First);
        var authority = Authority("CN=Nonsense");
        foreach (var (fields, code) in new[]
        {
            (new Dictionary<string, string> { ["step"] = "do" }, "CB6111"),
            (With(Admit(authority, "do"), ("Form.Certificate", new string('a', 64))), "CB6116"),
            (With(Admit(authority, "do"), ("Form.Kind", "7")), "CB6107"),
            (With(Admit(authority, "do"), ("Form.Name", "")), "CB6107"),
            (With(Admit(authority, "do"), ("Form.Reason", "")), "CB6101"),
            (With(Admit(authority, "do"), ("Form.Start", "tomorrow")), "CB6105"),
            (With(Admit(authority, "do"), ("Form.Start", "2020-01-01T10:00")), "CB6105"),
            (With(Admit(authority, "do"), ("Form.Party", "urn:crossborder:department:nobody")), "CB6114"),
            (With(Admit(authority, "do"), ("Form.Window", "-5")), "CB6105"),
            (With(Admit(authority, "do"), ("Form.Window", "99999999999999999999")), "CB6105"),
        })
        {
            var answer = await PostAsync(first, New, fields);
            Assert.True(answer.Text.Contains(code, StringComparison.Ordinal), $"{code} is missing: {answer.Status} {answer.Text}");
        }

        Assert.Null(await FindAsync(authority));
    }

    private static Dictionary<string, string> Admit(Certificate authority, string step) => With(Fields(authority, "Admit", step),
        ("Form.Name", "The new root"), ("Form.Jurisdiction", "HK"), ("Form.Purposes", "AssertionSigning"));

    private static Dictionary<string, string> Fields(Certificate certificate, string kind, string step) => new(StringComparer.Ordinal)
    {
        ["Form.Kind"] = kind, ["Form.Certificate"] = certificate.ToPem(), ["Form.Reason"] = "The authority wrote to us on paper.", ["step"] = step,
    };

    private static Dictionary<string, string> With(Dictionary<string, string> fields, params (string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string>(fields, StringComparer.Ordinal);
        foreach (var (name, value) in more)
            all[name] = value;
        return all;
    }

    private static async Task<string?> TokenAsync(OfficerBrowser browser, string path) =>
        (await browser.GoAsync(path)).Page.Forms[0].Fields.GetValueOrDefault("__RequestVerificationToken");

    private static async Task<Page> PostAsync(OfficerBrowser browser, string path, Dictionary<string, string> fields) =>
        (await browser.PostAsync(path, With(fields, ("__RequestVerificationToken", (await TokenAsync(browser, New))!)))).Page;

    private async Task<Page> StepAsync(OfficerBrowser browser, string officer, TrustChange change, string step) =>
        await StepAsync(browser, change, step, await desk.FreshCodeAsync(officer.ToLowerInvariant()));

    private static async Task<Page> StepAsync(OfficerBrowser browser, TrustChange change, string step, string code) =>
        await PostAsync(browser, Of(change), new() { ["step"] = step, ["code"] = code, ["typed"] = await NameAsync(browser, change) });

    // What the page asks for; who is shown no button may still know what another officer would be asked.
    private static async Task<string> NameAsync(OfficerBrowser browser, TrustChange change) =>
        Regex.Match((await browser.GoAsync(Of(change))).Page.Text, "Type “([^”]+)” to go on") is { Success: true } asked
            ? asked.Groups[1].Value
            : ConsoleFingerprint.Show(change.Fingerprint)[..16];

    private static string Of(TrustChange change) => $"{All}/{change.Id:N}";

    private Task<TrustChange?> FindAsync(Certificate certificate) => desk.UseAsync(context =>
        context.TrustChanges.AsNoTracking().FirstOrDefaultAsync(change => change.Fingerprint == certificate.Sha256Thumbprint, Stop));

    private static Task UntilAsync(Func<bool> holds) => Waiting.UntilAsync(holds, "the trust list takes the change over", Stop);

    private static Certificate Authority(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        return Certificate.Parse(certificate.RawData).Value;
    }
}
