using System.Net;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>The page of one certificate: what is known of it, what officers did about it, what rests on it, and whom it is for.</summary>
public sealed class CertificatePageTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private const string Reason = "The authority is being examined on site.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Thumbprint => desk.Services.GetRequiredService<ITrustSnapshot>().Configured.Anchors[0].Certificate.Sha256Thumbprint;

    [Theory, InlineData("SecurityOfficer", true), InlineData("Auditor", false)]
    public async Task It_tells_what_rests_on_a_certificate_and_who_wanted_what_of_it_and_offers_a_change_to_those_who_may(string role, bool mayChange)
    {
        await ProposeAsync();
        using var officer = await desk.EnterAsync(role);

        var (page, _) = await officer.GoAsync("/console/trust/" + ConsoleFingerprint.Show(Thumbprint));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("What rests on this certificate", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sessions that live now", page.Text, StringComparison.Ordinal);
        Assert.Contains("somebody, ", page.Text, StringComparison.Ordinal);
        Assert.Contains(Reason, page.Text, StringComparison.Ordinal);
        Assert.Equal(mayChange, page.Text.Contains("Propose a change", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("no-fingerprint")]
    public async Task A_certificate_that_nobody_knows_is_told_with_CB6116(string fingerprint)
    {
        using var auditor = await desk.EnterAsync("Auditor");

        var (page, _) = await auditor.GoAsync("/console/trust/" + fingerprint);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("CB6116", page.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("Operator"), InlineData("Reviewer")]
    public async Task Who_has_nothing_to_do_with_trust_is_refused(string role)
    {
        using var officer = await desk.EnterAsync(role);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GoAsync("/console/trust/" + ConsoleFingerprint.Show(Thumbprint))).Page.Status);
    }

    [Fact]
    public async Task Before_trust_is_taken_the_page_of_a_new_change_says_in_numbers_what_rests_on_it()
    {
        using var officer = await desk.EnterAsync("SecurityOfficer");
        var (form, _) = await officer.GoAsync("/console/changes/new");

        var (page, _) = await officer.PostAsync("/console/changes/new", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Form.Kind"] = ProposalForm.Emergency,
            ["Form.Certificate"] = ConsoleFingerprint.Show(Thumbprint),
            ["Form.Reason"] = Reason,
            ["step"] = "look",
            ["__RequestVerificationToken"] = form.Forms.SelectMany(any => any.Fields).First(field => field.Key == "__RequestVerificationToken").Value,
        });

        Assert.Contains("On it rest 0 sessions that live now and 0 deliveries that wait", page.Text, StringComparison.Ordinal);
    }

    private async Task ProposeAsync()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OfficerTrust>().ProposeAsync(
            new TrustProposal(TrustChangeKind.Suspend, Thumbprint, Reason), "somebody", Stop);
    }
}
