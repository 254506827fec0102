using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Federation.Trust;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Audit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>The auditor reads, filters, takes away what proves itself, and changes nothing.</summary>
public sealed class AuditorTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    // Where officers of every role see to their own way in and out.
    private static readonly string[] Own = ["/console/sign-in", "/console/sign-out", "/console/join", "/console/passkeys", "/console/arrived"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_form_of_the_console_does_anything_for_an_auditor()
    {
        using var auditor = await SandboxOfficer.EnterAsync(sandbox, "auditor");
        var addresses = sandbox.HubServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { } methods || methods.Contains("POST"))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(address => address == "/console" || address.StartsWith("/console/", StringComparison.Ordinal))
            .Distinct().Except(Own).ToList();

        Assert.True(addresses.Count >= 7, string.Join(' ', addresses));
        foreach (var address in addresses)
            Assert.True(HttpStatusCode.Forbidden == (await auditor.PostAsync(Regex.Replace(address, "{[^}]*}", Guid.Empty.ToString("N")))).Status, address);
    }

    [Fact]
    public async Task The_log_is_filtered_by_kind_actor_subject_and_days()
    {
        using var auditor = await SandboxOfficer.EnterAsync(sandbox, "auditor");
        using var other = await SandboxOfficer.EnterAsync(sandbox, "operator");
        var entry = (await sandbox.RowsAsync<AuditEntry>()).Last(row => row.Kind == "officer.signed-in");
        var day = entry.At.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(["officer.signed-in"], await KindsAsync(auditor, "kind=officer.signed-in"));
        Assert.Contains("officer.signed-in", await KindsAsync(auditor, "actor=operator"));
        Assert.DoesNotContain(entry.SubjectReference, (await auditor.GoAsync("/console/audit?actor=auditor")).Text, StringComparison.Ordinal);
        Assert.Contains(entry.SubjectReference, (await auditor.GoAsync($"/console/audit?subject={entry.SubjectReference}&from={day}&to={day}")).Text, StringComparison.Ordinal);
        Assert.Empty(await KindsAsync(auditor, $"subject={entry.SubjectReference}&to=2020-01-01"));
        Assert.Empty(await KindsAsync(auditor, "from=2199-01-01"));
        Assert.Empty(await KindsAsync(auditor, "actor=nobody-of-this-name"));
        // What is no day is no filter, and no fault.
        Assert.NotEmpty(await KindsAsync(auditor, "from=yesterday&to=9999-12-31"));
    }

    [Fact]
    public async Task What_is_exported_proves_itself_to_whoever_trusts_the_hub_and_the_export_is_written_down()
    {
        using var auditor = await SandboxOfficer.EnterAsync(sandbox, "auditor");
        var trust = sandbox.HubServices.GetRequiredService<ITrustSnapshot>();
        var (file, report) = await Waiting.UntilAsync(async () =>
        {
            var taken = (await auditor.GoAsync("/console/audit?handler=export&kind=officer.created")).Html;
            return (taken, AuditVerifier.Verify(Encoding.UTF8.GetBytes(taken), trust.Current.TrustList));
        }, seen => seen.Item2.Proved.Any(sentence => sentence.StartsWith("5 of 5", StringComparison.Ordinal)), "all five entries are proved by a checkpoint", Stop);

        Assert.Empty(report.Failures);
        // And by the verb that whoever gets the file types.
        var saved = new FileInfo(Path.Combine(sandbox.Data, "audit-extract.jsonl"));
        await File.WriteAllTextAsync(saved.FullName, file, Stop);
        await using var said = new StringWriter();
        Assert.True(await AuditCommand.VerifyFileAsync(saved, trust.Current.TrustList, null, said, Stop) == 0, said.ToString());
        Assert.DoesNotContain("officer.signed-in", file, StringComparison.Ordinal);
        Assert.Contains(await sandbox.RowsAsync<AuditEntry>(), entry => entry.Kind == "audit.exported"
            && entry.Details.Contains("\"filter.kind\":\"officer.created\"", StringComparison.Ordinal) && entry.Details.Contains("\"actor\":\"auditor\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Evidence_of_a_case_that_nobody_filed_is_told_and_is_nobody_elses_to_ask_for()
    {
        using var auditor = await SandboxOfficer.EnterAsync(sandbox, "auditor");
        var unknown = await auditor.GoAsync("/console/evidence?case=GD000000000000");
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("CB5040", unknown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await sandbox.RowsAsync<AuditEntry>(), entry => entry.Kind == PersonalDataRead.Kind && entry.SubjectReference == "GD000000000000");

        using var reviewer = await SandboxOfficer.EnterAsync(sandbox, "reviewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GoAsync("/console/evidence?case=GD000000000000")).Status);
    }

    [Fact]
    public async Task The_evidence_of_anybodys_case_is_handed_out_and_that_is_written_down_first()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
        var number = (await client.ApplyAsync(tokens.AccessToken, "key-1", new { item = "gd-si-011", form = new { } }))["caseNumber"]!;
        using var auditor = await SandboxOfficer.EnterAsync(sandbox, "auditor");
        var file = await Waiting.UntilAsync(() => auditor.GoAsync("/console/evidence?case=" + number), page => page.Status == HttpStatusCode.OK, "the case has evidence", Stop);

        Assert.True(Verification.Evidence.EvidenceVerifier.Verify(file.Html).Holds);
        var read = (await sandbox.RowsAsync<AuditEntry>()).Last(entry => entry.Kind == PersonalDataRead.Kind && entry.SubjectReference == number);
        Assert.Contains("\"record\":\"evidence\"", read.Details, StringComparison.Ordinal);
        Assert.Contains("\"actor\":\"auditor\"", read.Details, StringComparison.Ordinal);
    }

    private static async Task<List<string>> KindsAsync(SandboxOfficer auditor, string query)
    {
        var page = await auditor.GoAsync("/console/audit?" + query);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return [.. System.Text.RegularExpressions.Regex.Matches(page.Html, "<h3>([^<]+)</h3>").Select(match => match.Groups[1].Value).Distinct()];
    }
}
