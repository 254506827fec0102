using System.Net;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications.Archive;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Extensions.DependencyInjection;

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
            var told = (await browser.GoAsync(new Uri(desk.Ports.HubAddress, "consents?lang=en"), SessionsDesk.Stop)).Text;
            Assert.Contains("A security officer of this service", told, StringComparison.Ordinal);
            Assert.Contains("your open sign-ins because of a report", told, StringComparison.Ordinal);
            Assert.DoesNotContain("An auditor", told, StringComparison.Ordinal);

            var ended = await officer.PostAsync("/console/sessions?handler=end", report);
            Assert.Equal(HttpStatusCode.OK, ended.Status);
            await SessionsDesk.AssertRevokedAsync(party, tokens);
            var entry = Assert.Single(await desk.RowsAsync<AuditEntry>(), row => row.Kind == "session.ended" && row.Details.Contains("AbuseReported", StringComparison.Ordinal));
            Assert.Contains("officer-a", entry.Details, StringComparison.Ordinal);
            Assert.Contains("AbuseReported", entry.Details, StringComparison.Ordinal);
            Assert.Contains(await desk.RowsAsync<SignOut>(), row => row.Cause == SessionEnd.Officer);

            // Nothing lives any more, the report is about nobody, or there is no reason.
            Assert.Contains("CB7030", (await officer.PostAsync("/console/sessions?handler=end", report)).Html, StringComparison.Ordinal);
            Assert.Contains("CB7032", (await officer.PostAsync("/console/sessions?handler=look", ("case", "CB-NONE"), ("reason", "DeviceLost"))).Html, StringComparison.Ordinal);
            Assert.Contains("CB7031", (await officer.PostAsync("/console/sessions?handler=look", ("client", "yueshengshi"), ("subject", subject))).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_case_that_lies_in_the_archive_is_reported_like_any_other()
    {
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser, resident: "r2");
        using (party)
        {
            var resident = (await desk.RowsAsync<Session>()).Where(row => row.EndedAt is null).MaxBy(row => row.CreatedAt)!.ResidentId;
            await using (var scope = desk.HubServices.CreateAsyncScope())
            {
                var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
                context.Add(new ArchivedCase
                {
                    Id = "archived", CaseNumber = "CB-20250101-ARCHIVED", ResidentId = resident, Content = [],
                });
                await context.SaveChangesAsync(SessionsDesk.Stop);
            }

            using var officer = await SandboxOfficer.EnterAsync(desk, "officer-b");
            (string, string)[] report = [("case", "CB-20250101-ARCHIVED"), ("reason", "DeviceLost")];
            Assert.Equal(HttpStatusCode.OK, (await officer.PostAsync("/console/sessions?handler=look", report)).Status);
            Assert.Equal(HttpStatusCode.OK, (await officer.PostAsync("/console/sessions?handler=end", report)).Status);
            await SessionsDesk.AssertRevokedAsync(party, tokens);
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
