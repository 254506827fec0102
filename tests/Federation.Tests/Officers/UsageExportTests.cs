using System.Net;
using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>What rests on a certificate and on the hub's keys after a resident signed in and applied: taken away by who may, and by nobody else.</summary>
public sealed class UsageExportTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Root => ConsoleFingerprint.Show(Certificate.ParseMany(File.ReadAllText(sandbox.Pki.CertificateFile("hk-root"))).Value[0].Sha256Thumbprint);

    [Theory, InlineData("auditor"), InlineData("officer-a")]
    public async Task The_list_of_a_certificate_holds_what_rests_on_it_and_no_personal_data_and_is_written_down(string name)
    {
        await ApplyAsync();
        using var officer = await SandboxOfficer.EnterAsync(sandbox, name);
        var page = await officer.GoAsync("/console/trust/" + Root);
        Assert.Contains("Account links", page.Text, StringComparison.Ordinal);

        var csv = await officer.GoAsync($"/console/trust/{Root}?handler=export&format=csv");

        Assert.Equal(HttpStatusCode.OK, csv.Status);
        Assert.StartsWith("kind,reference,party,at\r\n", csv.Html, StringComparison.Ordinal);
        foreach (var kind in new[] { "SignIn", "AccountLink", "Session", "Token", "Application" })
            Assert.Contains("\n" + kind + ",", csv.Html, StringComparison.Ordinal);
        foreach (var personal in new[] { "CHAN", "陳大文", "A123456", "H12345678", "1990-01-01" })
            Assert.DoesNotContain(personal, csv.Html, StringComparison.Ordinal);
        Assert.Contains(await sandbox.RowsAsync<HomeLink>(), link => link.TrustPath is not null && csv.Html.Contains(link.Id, StringComparison.Ordinal));
        Assert.Contains(await sandbox.RowsAsync<AuditEntry>(), entry => entry.Kind == ExportResting.AuditKind && entry.SubjectReference == Root
            && entry.Details.Contains($"\"actor\":\"{name}\"", StringComparison.Ordinal) && entry.Details.Contains("\"format\":\"Csv\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_of_a_key_of_the_hub_holds_the_tokens_and_envelopes_that_it_signed()
    {
        await ApplyAsync();
        using var auditor = await SandboxOfficer.EnterAsync(sandbox, "auditor");
        var key = (await sandbox.RowsAsync<ManagedKey>()).Single(row => row is { Use: KeyUses.Tokens, Algorithm: "RS256", State: KeyState.Active });

        var page = await auditor.GoAsync("/console/keys/" + Uri.EscapeDataString(key.Id));
        Assert.Contains("Valid id and access tokens", page.Text, StringComparison.Ordinal);
        Assert.Contains("Token", await KindsAsync(auditor, key.Id));

        var envelopes = (await sandbox.RowsAsync<Federation.Applications.Delivery.Delivery>()).First(delivery => delivery.EnvelopeKey is not null).EnvelopeKey!;
        Assert.Contains("Envelope", await KindsAsync(auditor, envelopes));
        await Waiting.UntilAsync(async () =>
        {
            var signed = await sandbox.RowsAsync<AuditCheckpoint>();
            return signed.Count > 0 && (await KindsAsync(auditor, signed[0].KeyId)).Contains("Checkpoint");
        }, "a checkpoint is signed and listed", Stop);
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_trust_gets_no_list_and_what_nobody_knows_is_told()
    {
        foreach (var name in new[] { "operator", "reviewer" })
        {
            using var officer = await SandboxOfficer.EnterAsync(sandbox, name);
            foreach (var address in new[] { "/console/trust/" + Root, "/console/keys/any" })
                Assert.Equal(HttpStatusCode.Forbidden, (await officer.GoAsync(address + "?handler=export&format=json")).Status);
        }

        using var auditor = await SandboxOfficer.EnterAsync(sandbox, "auditor");
        Assert.Contains("CB6134", (await auditor.GoAsync("/console/keys/nobodys?handler=export&format=json")).Text, StringComparison.Ordinal);
        Assert.Contains("CB6134", (await auditor.GoAsync("/console/keys/" + Root)).Text, StringComparison.Ordinal);
        Assert.Contains("CB6116", (await auditor.GoAsync($"/console/trust/{new string('0', 64)}?handler=export&format=csv")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_relying_partys_own_key_the_page_says_that_it_is_not_recorded_and_CB6125_takes_the_place_of_a_list()
    {
        using var auditor = await SandboxOfficer.EnterAsync(sandbox, "auditor");
        var list = await auditor.GoAsync("/console/trust?kind=ClientKey");
        var key = System.Text.RegularExpressions.Regex.Match(list.Html, "href=\"/console/trust/([0-9a-f]{64})\"").Groups[1].Value;

        var page = await auditor.GoAsync("/console/trust/" + key);
        Assert.Contains("what it asked for is not kept by key", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=export", page.Html, StringComparison.Ordinal);
        var refused = await auditor.GoAsync($"/console/trust/{key}?handler=export&format=csv");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("CB6125", refused.Text, StringComparison.Ordinal);
    }

    private async Task ApplyAsync()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
        var filed = await client.ApplyAsync(tokens.AccessToken, Guid.NewGuid().ToString("N"), new { item = "gd-si-011", form = new { } });
        Assert.Equal(201, filed.Status);
        await Waiting.UntilAsync(async () => (await client.GetAsync($"api/applications/{filed["caseNumber"]}", tokens.AccessToken))["status"] == "accepted",
            "the case is accepted", Stop);
    }

    private static async Task<IReadOnlyList<string>> KindsAsync(SandboxOfficer officer, string key)
    {
        var file = await officer.GoAsync($"/console/keys/{Uri.EscapeDataString(key)}?handler=export&format=json");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        var read = JsonDocument.Parse(file.Html).RootElement;
        Assert.Equal(key, read.GetProperty("key").GetString());
        return [.. read.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("kind").GetString()!).Distinct()];
    }
}
