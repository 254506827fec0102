using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>Who acts at the command line proves it as in the console.</summary>
public sealed class CommandOfficerTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_with_the_role_is_let_through_once_with_a_code_and_no_session_is_left()
    {
        var code = await desk.FreshCodeAsync("securityofficer");

        var first = await SignInAsync("securityofficer", OfficerDesk.Password, code);
        var again = await SignInAsync("securityofficer", OfficerDesk.Password, code);

        Assert.Equal("securityofficer", first.Value.Name);
        Assert.Equal("CB6050", again.Error.Code);
        Assert.NotNull(await desk.UseAsync(context => context.Set<OfficerSession>().Where(row => row.Id == first.Value.SessionId).Select(row => row.EndedAt).SingleAsync(Stop)));
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.command" && entry.Details.Contains("keys rotate", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("operator")]
    [InlineData("reviewer")]
    public async Task Another_role_is_refused_and_that_is_written_down(string name)
    {
        var refused = await SignInAsync(name, OfficerDesk.Password, await desk.FreshCodeAsync(name));

        Assert.Equal("CB6052", refused.Error.Code);
        var officer = await desk.UseAsync(context => context.Set<Officer>().Where(row => row.UserName == name).Select(row => row.Id).SingleAsync(Stop));
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.command-refused" && entry.SubjectReference == officer);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_not_looked_at()
    {
        for (var i = 0; i < OfficerAttempts.Most; i++)
            Assert.Equal("CB6050", (await SignInAsync("second", "a wrong password", await desk.FreshCodeAsync("second"))).Error.Code);

        Assert.Equal("CB6051", (await SignInAsync("second", OfficerDesk.Password, await desk.FreshCodeAsync("second"))).Error.Code);
    }

    private async Task<Outcome<OfficerPresence>> SignInAsync(string name, string password, string code)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CommandOfficer>()
            .SignInAsync(name, new CommandSecrets(password, code), "keys rotate", Stop, OfficerRole.SecurityOfficer);
    }
}
