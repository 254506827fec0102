using System.Net;
using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;

namespace CrossBorder.Federation.Tests.Accounts;

/// <summary>Links that no rule could decide: over HTTP from the resident who is stopped to the resident who comes in.</summary>
public sealed class ReviewPagesTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string Reason = "The resident named the other account at the counter.";

    [Fact]
    public async Task R3_enters_the_account_that_the_reviewer_chose_and_every_look_and_the_decision_are_written_down()
    {
        var item = await StopAsync("r3", LinkOutcomes.Ambiguous);
        using var reviewer = await SandboxOfficer.EnterAsync(sandbox, "reviewer");
        var address = $"/console/reviews?id={item.Id}";

        var closed = await reviewer.GoAsync(address);
        Assert.DoesNotContain("LEE Ka Yan", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await ReadsAsync(item.Id), read => true);

        var shown = await reviewer.PostAsync(address + "&handler=look", ("why", "ResidentAsked"));
        foreach (var expected in new[] { "LEE Ka Yan", "H34567890", "1992-03-08", "GD440000000031", "GD440000000032", "Same" })
            Assert.Contains(expected, shown.Text, StringComparison.Ordinal);
        var read = Assert.Single(await ReadsAsync(item.Id));
        Assert.Equal(AuditActors.Officer, read.ActorKind);
        Assert.Contains("\"actor\":\"reviewer\"", read.Details, StringComparison.Ordinal);
        Assert.Contains("\"why\":\"ResidentAsked\"", read.Details, StringComparison.Ordinal);

        (string, string)[] decision = [("step", "link:GD440000000032"), ("reason", Reason), ("version", "0")];
        Assert.Contains("CB6056", (await reviewer.PostAsync(address + "&handler=decide", [.. decision, ("code", "")])).Text, StringComparison.Ordinal);
        var short_ = await reviewer.PostAsync(address + "&handler=decide", ("step", "unmatched"), ("reason", "no"), ("version", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, short_.Status);
        Assert.Contains("CB6059", short_.Text, StringComparison.Ordinal);
        var stranger = await reviewer.PostAsync(address + "&handler=decide", ("step", "link:GD440000000001"), ("reason", Reason), ("version", "0"), ("code", await reviewer.FreshCodeAsync()));
        Assert.Contains("CB6060", stranger.Text, StringComparison.Ordinal);
        Assert.Equal(ReviewStates.Open, (await ItemAsync(item.Id)).Status);

        var done = await reviewer.PostAsync(address + "&handler=decide", [.. decision, ("code", await reviewer.FreshCodeAsync())]);
        Assert.Equal(HttpStatusCode.Found, done.Status);
        var again = await reviewer.PostAsync(address + "&handler=decide", [.. decision, ("code", await reviewer.FreshCodeAsync())]);
        Assert.Contains("CB6058", again.Text, StringComparison.Ordinal);

        var entered = await SignInAsync("r3");
        Assert.NotNull(entered.Code);
        var kept = Assert.Single(await sandbox.RowsAsync<AuditEntry>(), entry => entry.Kind == "review.decided" && entry.SubjectReference == item.Id);
        Assert.Contains("\"outcome\":\"reviewed\"", kept.Details, StringComparison.Ordinal);
        Assert.DoesNotContain(Reason, kept.Details, StringComparison.Ordinal);
        var link = Assert.Single(await sandbox.RowsAsync<HomeLink>(), row => row.SubjectHash == item.SubjectHash);
        Assert.Equal("GD440000000032", link.MainlandAccount);
    }

    [Fact]
    public async Task R5_is_asked_for_documents_and_enters_once_an_officer_saw_the_original()
    {
        var item = await StopAsync("r5", LinkOutcomes.Mismatch);
        using var reviewer = await SandboxOfficer.EnterAsync(sandbox, "reviewer");
        var address = $"/console/reviews?id={item.Id}";
        var shown = await reviewer.PostAsync(address + "&handler=look", ("why", "Decision"));
        Assert.Contains("Different", shown.Text, StringComparison.Ordinal);

        var asked = await reviewer.PostAsync(address + "&handler=decide", ("step", "documents"), ("reason", Reason), ("version", "0"));
        Assert.Equal(HttpStatusCode.Found, asked.Status);
        var stopped = await SignInAsync("r5");
        Assert.Contains("CB7010", stopped.Page.Text, StringComparison.Ordinal);
        Assert.Contains(item.Id, stopped.Page.Text, StringComparison.Ordinal);

        (string, string)[] link = [("step", "link:GD440000000005"), ("reason", Reason), ("version", "1")];
        var unstated = await reviewer.PostAsync(address + "&handler=decide", [.. link, ("code", await reviewer.FreshCodeAsync())]);
        Assert.Contains("CB6061", unstated.Text, StringComparison.Ordinal);
        var done = await reviewer.PostAsync(address + "&handler=decide", [.. link, ("originalSeen", "true"), ("code", await reviewer.FreshCodeAsync())]);
        Assert.Equal(HttpStatusCode.Found, done.Status);

        Assert.NotNull((await SignInAsync("r5")).Code);
        var kept = (await sandbox.RowsAsync<AuditEntry>()).Last(entry => entry.Kind == "review.decided" && entry.SubjectReference == item.Id);
        Assert.Equal("original document seen", JsonSerializer.Deserialize<Dictionary<string, string>>(kept.Details)!["exception"]);
    }

    [Fact]
    public async Task Nobody_but_the_reviewer_opens_or_decides_an_item_and_a_reference_of_none_is_told()
    {
        using var reviewer = await SandboxOfficer.EnterAsync(sandbox, "reviewer");
        var unknown = await reviewer.GoAsync("/console/reviews?id=R0000000000");
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("CB6057", unknown.Text, StringComparison.Ordinal);

        foreach (var other in new[] { "officer-a", "auditor", "operator" })
        {
            using var officer = await SandboxOfficer.EnterAsync(sandbox, other);
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync("/console/reviews?id=R0&handler=look", ("why", "Check"))).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync("/console/reviews?id=R0&handler=decide", ("step", "unmatched"))).Status);
        }
    }

    private async Task<ReviewItem> StopAsync(string resident, string cause)
    {
        var stopped = await SignInAsync(resident);
        Assert.Null(stopped.Code);
        var item = Assert.Single(await sandbox.RowsAsync<ReviewItem>(), row => row.Cause == cause && row.Status == ReviewStates.Open);
        Assert.Contains(item.Id, stopped.Page.Text, StringComparison.Ordinal);
        return item;
    }

    private async Task<SignInResult> SignInAsync(string resident)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        return await client.SignInAsync(browser, resident);
    }

    private async Task<ReviewItem> ItemAsync(string id) => (await sandbox.RowsAsync<ReviewItem>()).Single(row => row.Id == id);

    private async Task<List<AuditEntry>> ReadsAsync(string id) =>
        [.. (await sandbox.RowsAsync<AuditEntry>()).Where(entry => entry.Kind == PersonalDataRead.Kind && entry.SubjectReference == id)];
}
