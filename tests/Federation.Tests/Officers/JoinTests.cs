using System.Net;
using CrossBorder.Federation.Officers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>An officer is invited on the command line, and comes in once.</summary>
public sealed class JoinTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private const string NewPassword = "four words in a row";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invited_officer_joins_and_signs_in_and_the_code_is_worth_nothing_after_that()
    {
        var code = await InviteAsync("new-officer");
        using var browser = desk.Visit();

        var (opened, _) = await browser.SubmitAsync((await browser.GoAsync("/console/join")).Page, ("invitation", code.ToLowerInvariant()));
        var secret = await desk.UseAsync(context => context.Set<OfficerInvitation>().Where(row => row.Name == "new-officer").Select(row => row.TotpSecret).SingleAsync(Stop));
        Assert.Contains(secret, opened.Text, StringComparison.Ordinal);
        Assert.Contains("<svg", opened.Html, StringComparison.Ordinal);
        var step = Totp.StepAt(TimeProvider.System.GetUtcNow());
        var (joined, _) = await browser.SubmitAsync(opened, ("password", NewPassword), ("code", Totp.CodeAt(secret, step)));
        Assert.Contains("Your account is there.", joined.Text, StringComparison.Ordinal);

        // The code that was taken to join is not taken to sign in.
        Assert.Contains("CB6050", (await browser.SignInAsync("new-officer", NewPassword, Totp.CodeAt(secret, step))).Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync("new-officer", NewPassword, Totp.CodeAt(secret, step + 1))).Page.Status);
        var again = await browser.SubmitAsync((await browser.GoAsync("/console/join")).Page, ("invitation", code));
        Assert.Contains("CB6053", again.Page.Text, StringComparison.Ordinal);
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.created" && entry.Details.Contains("invitation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_invitation_still_holds()
    {
        var code = await InviteAsync("weak-officer");

        var weak = await FinishAsync(code, "short");
        var strong = await FinishAsync(code, NewPassword);

        Assert.Equal("CB6054", weak.Error.Code);
        Assert.True(strong.Succeeded);
    }

    [Fact]
    public async Task An_invitation_that_is_too_old_or_made_up_is_refused()
    {
        var code = await InviteAsync("late-officer");
        await desk.UseAsync(context => context.Set<OfficerInvitation>().Where(row => row.Name == "late-officer")
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.ExpiresAt, TimeProvider.System.GetUtcNow()), Stop));

        Assert.Equal("CB6053", (await FinishAsync(code, NewPassword)).Error.Code);
        Assert.Equal("CB6053", (await FinishAsync("AAAA-BBBB-CCCC", NewPassword)).Error.Code);
    }

    [Fact]
    public async Task Nodes_that_start_at_once_on_a_database_without_officers_all_start_and_make_each_once()
    {
        var settings = new OfficersOptions();
        foreach (var name in new[] { "first-of-settings", "second-of-settings" })
            settings.Development.Add(new DevelopmentOfficer { Name = name, Role = OfficerRole.Auditor, Password = NewPassword, TotpSecret = "JBSWY3DPEHPK3PXP" });
        var nodes = Enumerable.Range(0, 8).Select(_ => new DevelopmentOfficers(
            desk.Services.GetRequiredService<IServiceScopeFactory>(), Microsoft.Extensions.Options.Options.Create(settings)));

        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.StartAsync(Stop), Stop)));

        Assert.Equal(2, await desk.UseAsync(context => context.Set<Officer>().CountAsync(row => row.UserName!.EndsWith("-of-settings"), Stop)));
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("Big Name")]
    [InlineData("")]
    public async Task A_name_that_is_taken_or_is_none_is_not_invited(string name)
    {
        await using var scope = desk.Services.CreateAsyncScope();

        Assert.Equal("CB6055", (await scope.ServiceProvider.GetRequiredService<InviteOfficer>().InviteAsync(name, OfficerRole.Auditor, Stop)).Error.Code);
    }

    [Fact]
    public async Task The_code_of_an_invitation_does_not_rest_in_the_database()
    {
        var code = await InviteAsync("hashed-officer");

        var hash = await desk.UseAsync(context => context.Set<OfficerInvitation>().Where(row => row.Name == "hashed-officer").Select(row => row.CodeHash).SingleAsync(Stop));

        Assert.Equal(InvitationCode.Hash(code), hash);
        Assert.DoesNotContain(code, hash, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> InviteAsync(string name)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<InviteOfficer>().InviteAsync(name, OfficerRole.Reviewer, Stop)).Value;
    }

    private async Task<CrossBorder.Verification.Outcomes.Outcome<Officer>> FinishAsync(string code, string password)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var join = scope.ServiceProvider.GetRequiredService<JoinOfficer>();
        var opened = await join.OpenAsync(code, Stop);
        var totp = opened.Succeeded ? Totp.CodeAt(opened.Value.TotpSecret, Totp.StepAt(TimeProvider.System.GetUtcNow())) : "000000";
        return await join.FinishAsync(code, password, totp, Stop);
    }
}
