using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Testing;
using CrossBorder.Verification.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Signing;

/// <summary>An application that its resident confirms by proving themselves once more, and one that the portal files by itself.</summary>
public sealed class ConfirmationTests(SigningRunning sandbox) : IClassFixture<SigningRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fresh_sign_in_confirms_the_document_that_was_shown_and_an_older_one_does_not()
    {
        using var desk = await SigningDesk.OpenAsync(sandbox, "r1");
        var begun = await desk.BeginAsync();
        var reference = begun.GetProperty("reference").GetString()!;
        var page = await desk.ToSignPageAsync(begun);
        Assert.False(page.Offers("Confirm"));

        // The form of confirming, made up by hand before anybody was proved.
        var forged = page.Handler("Prove") with { Action = new Uri(page.Address, "?handler=Confirm") };
        var early = await desk.Browser.SubmitAsync(forged, new Dictionary<string, string> { ["digest"] = begun.GetProperty("digest").GetString()! }, cancellationToken: Stop);
        Assert.Contains("CB5184", early.Text, StringComparison.Ordinal);

        var proved = await desk.PastSignInAsync(await desk.Browser.SubmitAsync(page.Handler("Prove"), cancellationToken: Stop));
        Assert.True(proved.Offers("Confirm"), proved.Text);
        var other = await desk.Browser.SubmitAsync(proved.Handler("Confirm"), new Dictionary<string, string> { ["digest"] = "sha256:00" }, cancellationToken: Stop);
        Assert.Contains("CB5181", other.Text, StringComparison.Ordinal);
        await desk.Browser.SubmitAsync(proved.Handler("Confirm"), cancellationToken: Stop);

        var status = await desk.StatusAsync(reference);
        Assert.Equal(("signed", "step-up"), (status.GetProperty("status").GetString(), status.GetProperty("method").GetString()));
        var (filed, view) = await desk.FileAsync(reference, "confirmed");
        Assert.Equal(201, filed);
        var report = EvidenceVerifier.Verify(await desk.EvidenceAsync(view.GetProperty("caseNumber").GetString()!));
        Assert.True(report.Holds, string.Join('\n', report.Failures));
        Assert.Contains(report.Proved, sentence => sentence.StartsWith("The applicant confirmed the application at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_the_portal_signing_is_what_files_the_application()
    {
        using var desk = await SigningDesk.OpenAsync(sandbox, "r2");
        var form = await desk.PastSignInAsync(await desk.Browser.GoAsync(new Uri(sandbox.Ports.HubAddress, "apply/" + SigningDesk.Item + "?licences=no"), Stop));
        var apply = form.Forms.Single(one => one.Fields.ContainsKey("key"));
        var page = await desk.PostAsync(apply,
            ("field-deceased", "陳老先生"), ("field-bank_account", "6222020000000000001"),
            ("commit", "kinship-proof"), ("commit", "bank-account-proof"), ("defer", "death-certificate"));
        Assert.StartsWith("/sign/", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.True(page.Offers("Prove"));

        var filed = await desk.SignByPhoneAsync(page);

        Assert.StartsWith("/cases/CB-", filed.Address.AbsolutePath, StringComparison.Ordinal);
        // Sent again, the form is the same application; and so is a look at the page on which it was signed.
        Assert.Equal(filed.Address.AbsolutePath, (await desk.PostAsync(apply, ("field-deceased", "陳老先生"))).Address.AbsolutePath);
        Assert.Equal(filed.Address.AbsolutePath, (await desk.Browser.GoAsync(page.Address, Stop)).Address.AbsolutePath);
    }

    [Fact]
    public async Task In_the_portal_it_is_filed_though_nobody_comes_back_from_the_phone()
    {
        using var desk = await SigningDesk.OpenAsync(sandbox, "r1");
        var form = await desk.PastSignInAsync(await desk.Browser.GoAsync(new Uri(sandbox.Ports.HubAddress, "apply/" + SigningDesk.Item + "?licences=no"), Stop));
        var page = await desk.PostAsync(form.Forms.Single(one => one.Fields.ContainsKey("key")),
            ("field-deceased", "陳老先生"), ("field-bank_account", "6222020000000000001"),
            ("commit", "kinship-proof"), ("commit", "bank-account-proof"), ("defer", "death-certificate"));
        var signing = page.Address.AbsolutePath["/sign/".Length..];

        var waiting = await desk.Browser.SubmitAsync(page.Handler("Phone"), cancellationToken: Stop);
        await SigningDesk.ToPhoneAsync(desk.Browser, SigningDesk.GatewayAddress(waiting), "r1");

        // The browser is closed: from here on nobody asks but the hub.
        await Waiting.UntilAsync(async () => await CaseOfAsync(signing) is not null, "the hub files by itself", Stop);
    }

    private async Task<string?> CaseOfAsync(string signing)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IApplicationSignings>().CaseOfAsync(signing, Stop);
    }
}
