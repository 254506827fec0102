using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

/// <summary>From the token of a real sign-in to the department's receipt.</summary>
public abstract class ApplyTests : IAsyncLifetime
{
    private readonly SandboxFixture sandbox = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await sandbox.StartAsync(await DatabaseAsync());

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_resident_applies_through_a_relying_party_and_the_department_signs_for_it()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);

        var filed = await client.ApplyAsync(tokens.AccessToken, "key-1", new { item = "gd-si-011", form = new { } });
        Assert.Equal(201, filed.Status);
        var again = await client.ApplyAsync(tokens.AccessToken, "key-1", new { item = "gd-si-011", form = new { } });
        Assert.Equal(filed["caseNumber"], again["caseNumber"]);
        Assert.Equal(409, (await client.ApplyAsync(tokens.AccessToken, "key-1", new { item = "gd-si-007", form = new { } })).Status);

        var shown = await UntilAsync(client, tokens.AccessToken, filed["caseNumber"]!, "accepted");
        var delivery = Assert.Single(shown.Json.GetProperty("deliveries").EnumerateArray());
        Assert.Equal(3, delivery.GetProperty("receipt").GetString()!.Split('.').Length);
        Assert.Equal(200, (await client.GetAsync($"api/applications/{filed["caseNumber"]}/evidence", tokens.AccessToken)).Status);

        using var stranger = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        using var otherBrowser = SandboxFixture.NewBrowser();
        var foreign = await stranger.RedeemAsync((await stranger.SignInAsync(otherBrowser, "r2")).Code);
        var unknown = await stranger.GetAsync($"api/applications/{filed["caseNumber"]}", foreign.AccessToken);
        Assert.Equal((404, "CB5040"), (unknown.Status, unknown["code"]));
    }

    [Fact]
    public async Task Too_low_an_assurance_is_told_with_the_level_that_helps_and_the_step_up_does()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var low = await client.RedeemAsync((await client.SignInAsync(browser, "r4")).Code);
        var refused = await client.ApplyAsync(low.AccessToken, "key-1", new { item = "gd-ma-001", form = new { } });
        Assert.Equal((401, "CB5030"), (refused.Status, refused["code"]));
        Assert.Contains("insufficient_user_authentication", refused.Challenge, StringComparison.Ordinal);

        var wanted = refused.Challenge.Split("acr_values=\"")[1].Split('"')[0];
        using var stepUp = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var raised = await stepUp.SignInAsync(browser, "r4", ("acr_values", wanted));
        if (wanted.EndsWith("high", StringComparison.Ordinal))
        {
            Assert.Contains("CB3027", raised.Page.Text, StringComparison.Ordinal);
            return;
        }

        var tokens = await stepUp.RedeemAsync(raised.Code);
        Assert.NotEqual(401, (await stepUp.ApplyAsync(tokens.AccessToken, "key-2", new { item = "gd-ma-001", form = new { } })).Status);
    }

    protected abstract Task<string?> DatabaseAsync();

    private static Task<TokenAnswer> UntilAsync(RelyingPartyClient client, string accessToken, string caseNumber, string status) =>
        Waiting.UntilAsync(() => client.GetAsync($"api/applications/{caseNumber}", accessToken), shown => shown["status"] == status, $"the case is {status}", Stop);
}
