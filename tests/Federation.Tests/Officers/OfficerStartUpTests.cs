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
