using System.Net;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;

namespace CrossBorder.Federation.Tests.Sessions;

/// <summary>A security officer ends the sign-ins of a resident whom a report is about, and learns no name.</summary>
public sealed class OfficerSessionsTests(SessionsDesk desk) : IClassFixture<SessionsDesk>
{
    [Fact]
    public async Task Sign_ins_that_are_abused_are_found_by_the_report_and_ended_and_both_is_written_down()
    {
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser);
        using (party)
        {
            var subject = TokenAnswer.Payload(tokens.IdToken).GetProperty("sub").GetString()!;
            using var officer = await SandboxOfficer.EnterAsync(desk, "officer-a");
            (string, string)[] report = [("client", "yueshengshi"), ("subject", subject), ("reason", "AbuseReported")];

            var found = await officer.PostAsync("/console/sessions?handler=look", report);
            Assert.Equal(HttpStatusCode.OK, found.Status);
            Assert.DoesNotContain("CHAN", found.Text, StringComparison.Ordinal);
            Assert.Contains(await desk.RowsAsync<AuditEntry>(), row => row.Kind == "personal-data.read" && row.Details.Contains("AbuseReported", StringComparison.Ordinal));

            var ended = await officer.PostAsync("/console/sessions?handler=end", report);
            Assert.Equal(HttpStatusCode.OK, ended.Status);
            await SessionsDesk.AssertRevokedAsync(party, tokens);
            var entry = Assert.Single(await desk.RowsAsync<AuditEntry>(), row => row.Kind == "session.ended");
            Assert.Contains("officer-a", entry.Details, StringComparison.Ordinal);
            Assert.Contains("AbuseReported", entry.Details, StringComparison.Ordinal);
            Assert.Contains(await desk.RowsAsync<SignOut>(), row => row.Cause == SessionEnd.Officer);

            // Nothing lives any more, the report is about nobody, or there is no reason.
            Assert.Contains("CB7030", (await officer.PostAsync("/console/sessions?handler=end", report)).Html, StringComparison.Ordinal);
            Assert.Contains("CB7032", (await officer.PostAsync("/console/sessions?handler=look", ("case", "CB-NONE"), ("reason", "DeviceLost"))).Html, StringComparison.Ordinal);
            Assert.Contains("CB7031", (await officer.PostAsync("/console/sessions?handler=look", ("client", "yueshengshi"), ("subject", subject))).Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("reviewer")]
    [InlineData("auditor")]
    [InlineData("operator")]
    public async Task Nobody_else_gets_there(string name)
    {
        using var officer = await SandboxOfficer.EnterAsync(desk, name);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GoAsync("/console/sessions")).Status);
    }
}
