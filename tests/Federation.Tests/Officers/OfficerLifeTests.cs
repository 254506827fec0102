using System.Net;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Tests.Officers.Passkeys;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>An officer leaves, comes back, and starts anew: always by somebody else.</summary>
public sealed class OfficerLifeTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_disabled_officer_is_out_with_the_next_request_and_comes_back_with_what_they_had()
    {
        using var browser = await desk.EnterAsync("Operator");
        using var passkey = new SoftPasskey();
        await browser.AddAsync(desk, "operator", passkey);

        Assert.True((await LifeAsync(life => life.DisableAsync("operator", null, Stop))).Succeeded);

        Assert.Equal(HttpStatusCode.Found, (await browser.GoAsync("/console")).Page.Status);
        using var again = desk.Visit();
        Assert.Contains("CB6050", (await again.SignInAsync("operator", OfficerDesk.Password, await desk.FreshCodeAsync("operator"))).Page.Text, StringComparison.Ordinal);
        Assert.Contains("CB6064", (await again.SignInAsync(passkey)).Page.Text, StringComparison.Ordinal);
        Assert.Equal("CB6069", (await LifeAsync(life => life.DisableAsync("operator", null, Stop))).Error.Code);
        Assert.Equal("CB6069", (await LifeAsync(life => life.ResetAsync("operator", null, Stop))).Error.Code);

        Assert.True((await LifeAsync(life => life.EnableAsync("operator", null, Stop))).Succeeded);
        Assert.Equal(HttpStatusCode.Found, (await browser.GoAsync("/console")).Page.Status);
        using var back = await desk.EnterAsync("Operator");
        Assert.Equal("CB6069", (await LifeAsync(life => life.EnableAsync("operator", null, Stop))).Error.Code);
        var kinds = (await desk.AuditAsync()).ConvertAll(entry => entry.Kind);
        Assert.Contains("officer.disabled", kinds);
        Assert.Contains("officer.enabled", kinds);
    }

    [Fact]
    public async Task A_reset_voids_everything_and_its_code_brings_the_same_officer_back_once()
    {
        using var browser = await desk.EnterAsync("Reviewer");
        using var passkey = new SoftPasskey();
        await browser.AddAsync(desk, "reviewer", passkey);
        var before = await IdAsync("reviewer");

        var first = (await LifeAsync(life => life.ResetAsync("reviewer", null, Stop))).Value;
        var second = (await LifeAsync(life => life.ResetAsync("reviewer", null, Stop))).Value;

        Assert.Equal(HttpStatusCode.Found, (await browser.GoAsync("/console")).Page.Status);
        using var again = desk.Visit();
        Assert.Contains("CB6064", (await again.SignInAsync(passkey)).Page.Text, StringComparison.Ordinal);
        Assert.Contains("CB6050", (await again.SignInAsync("reviewer", OfficerDesk.Password, OfficerDesk.CodeNow())).Page.Text, StringComparison.Ordinal);
        Assert.Equal("CB6053", (await JoinAsync(join => join.OpenAsync(first, Stop))).Error.Code);

        var invitation = (await JoinAsync(join => join.OpenAsync(second, Stop))).Value;
        var code = Totp.CodeAt(invitation.TotpSecret, Totp.StepAt(TimeProvider.System.GetUtcNow()));
        Assert.True((await JoinAsync(join => join.FinishAsync(second, "another horse battery", code, Stop))).Succeeded);
        Assert.Equal("CB6053", (await JoinAsync(join => join.OpenAsync(second, Stop))).Error.Code);

        await desk.FreshCodeAsync("reviewer");
        Assert.Equal(HttpStatusCode.Found, (await again.SignInAsync("reviewer", "another horse battery", code)).Page.Status);
        Assert.Equal(before, await IdAsync("reviewer"));
        Assert.DoesNotContain((await desk.AuditAsync()).Select(entry => entry.Details), details => details.Contains(second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_officer_of_whom_there_is_none_is_told() =>
        Assert.Equal("CB6067", (await LifeAsync(life => life.ResetAsync("nobody-of-that-name", null, Stop))).Error.Code);

    [Fact]
    public async Task The_machine_alone_does_nothing_to_officers_while_a_security_officer_is_there() =>
        Assert.Equal("CB6068", (await WhoAsync("auditor", null)).Error.Code);

    [Fact]
    public async Task Nobody_does_it_to_themselves() =>
        Assert.Equal("CB6068", (await WhoAsync("second", "Second")).Error.Code);

    [Theory]
    [InlineData("second", "CB6052", "auditor")]
    [InlineData("auditor", "CB6050", "second")]
    public async Task Another_role_and_a_wrong_password_are_refused(string concerned, string code, string officer) =>
        Assert.Equal(code, (await WhoAsync(concerned, officer, officer == "second" ? "wrong password 1" : OfficerDesk.Password)).Error.Code);

    [Fact]
    public async Task A_security_officer_who_proves_it_acts_on_another_and_that_is_written_down()
    {
        var acting = (await WhoAsync("auditor", "securityofficer")).Value;

        await LifeAsync(life => life.DisableAsync("auditor", acting.Presence, Stop));
        await LifeAsync(life => life.EnableAsync("auditor", acting.Presence, Stop));

        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.disabled" && entry.Details.Contains(acting.Presence!.OfficerId, StringComparison.Ordinal));
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.command" && entry.Details.Contains("officers disable", StringComparison.Ordinal));
    }

    private async Task<Outcome<OfficerActing>> WhoAsync(string concerned, string? officer, string password = OfficerDesk.Password)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var code = officer is null ? "" : await desk.FreshCodeAsync(officer);
        return await scope.ServiceProvider.GetRequiredService<OfficerVerbs>()
            .WhoAsync(concerned, officer, () => new CommandSecrets(password, code), "officers disable", Stop);
    }

    private Task<string> IdAsync(string name) =>
        desk.UseAsync(context => context.Set<Officer>().Where(row => row.UserName == name).Select(row => row.Id).SingleAsync(Stop));

    private async Task<T> LifeAsync<T>(Func<OfficerLife, Task<T>> act)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<OfficerLife>());
    }

    private async Task<T> JoinAsync<T>(Func<JoinOfficer, Task<T>> act)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<JoinOfficer>());
    }
}
