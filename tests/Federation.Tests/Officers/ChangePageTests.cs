using System.Net;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>The page of one change: what it would do before it is decided, what it did after, and whom it is for.</summary>
public sealed class ChangePageTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_a_decision_the_page_tells_the_rehearsal_and_afterwards_what_came_of_it()
    {
        var change = await UseAsync(async trust => (await trust.ProposeAsync(
            new TrustProposal(TrustChangeKind.Suspend, Anchor(), "The authority is being examined."), "somebody", Stop)).Value);
        using var officer = await desk.EnterAsync("SecurityOfficer");
        var address = "/console/changes/" + change.Id.ToString("N");

        var (before, _) = await officer.GoAsync(address + "?days=3");
        Assert.Contains("the last 3 days", before.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing of what was verified would break", before.Text, StringComparison.Ordinal);

        await UseAsync(trust => trust.ApproveAsync(change.Id, "another", Stop));
        var (after, _) = await Waiting.UntilAsync(() => officer.GoAsync(address), seen => seen.Page.Text.Contains("What it did", StringComparison.Ordinal)
            && seen.Page.Text.Contains("When each node took it over", StringComparison.Ordinal), "the page tells what came of it", Stop);

        Assert.Contains("It ended 0 sessions", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_does_not_exist_is_told_with_CB6110()
    {
        using var officer = await desk.EnterAsync("SecurityOfficer");
        Assert.Contains("CB6110", (await officer.GoAsync("/console/changes/" + Guid.NewGuid().ToString("N"))).Page.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("Operator"), InlineData("Reviewer")]
    public async Task Who_has_nothing_to_do_with_trust_is_refused(string role)
    {
        using var officer = await desk.EnterAsync(role);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GoAsync("/console/changes/" + Guid.NewGuid().ToString("N"))).Page.Status);
    }

    private string Anchor() => desk.Services.GetRequiredService<ITrustSnapshot>().Configured.Anchors[0].Certificate.Sha256Thumbprint;

    private async Task<T> UseAsync<T>(Func<OfficerTrust, Task<T>> use)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<OfficerTrust>());
    }
}
