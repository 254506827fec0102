using CrossBorder.Federation.Tests.Hosting;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>Officers from settings are for Development; elsewhere they are invited.</summary>
public sealed class OfficerStartUpTests
{
    [Fact]
    public async Task A_hub_in_production_refuses_to_start_with_officers_in_its_settings()
    {
        using var hub = new HubRun();

        var (exit, error, _) = await hub.RunAsync(
            "serve", "--Officers:Development:0:Name=auditor", "--Officers:Development:0:Role=Auditor",
            "--Officers:Development:0:Password=correct horse battery", "--Officers:Development:0:TotpSecret=" + OfficerDesk.Secret);

        Assert.NotEqual(0, exit);
        Assert.Contains("Officers:Development is for Development only", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Officers:PasswordSignIn is off", "--Officers:PasswordSignIn=false")]
    [InlineData("Officers:OpenId needs RequiredAcr or RequiredAmr", "--Officers:OpenId:Authority=https://login.example", "--Officers:OpenId:ClientId=hub", "--Officers:OpenId:ClientSecret=s", "--Officers:OpenId:Roles:0:Value=a", "--Officers:OpenId:Roles:0:Role=Auditor")]
    [InlineData("Officers:OpenId:Authority must be an https address", "--Officers:OpenId:Authority=http://login.example", "--Officers:OpenId:ClientId=hub", "--Officers:OpenId:ClientSecret=s")]
    [InlineData("Officers:OpenId needs SigningKey or ClientSecret, and not both", "--Officers:OpenId:Authority=https://login.example", "--Officers:OpenId:ClientId=hub")]
    public async Task A_provider_that_would_let_in_nobody_or_too_many_stops_the_start(string fault, params string[] settings)
    {
        using var hub = new HubRun();

        var (exit, error, _) = await hub.RunAsync(["serve", .. settings]);

        Assert.NotEqual(0, exit);
        Assert.Contains(fault, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verbs_invite_an_officer_once_and_list_who_is_there()
    {
        using var hub = new HubRun();
        await hub.RunAsync("database", "migrate");

        var (exit, error, output) = await hub.RunAsync("officers", "invite", "first", "--role", "SecurityOfficer");
        var (listed, _, _) = await hub.RunAsync("officers", "list");

        Assert.True(exit == 0, error);
        Assert.Matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){5}", output);
        Assert.Equal(0, listed);
    }
}
