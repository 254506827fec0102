using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Sessions;

/// <summary>The sandbox with one relying party that listens for logouts and may have streams of events (RSA), and one more with streams (SM2).</summary>
public sealed class SessionsDesk : SandboxFixture, IAsyncLifetime
{
    private LogoutListener logouts = null!;

    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal LogoutListener Logouts => logouts;

    /// <summary>Where the events of the first are posted.</summary>
    internal EventListener Events { get; private set; } = null!;

    /// <summary>Where those of the second are.</summary>
    internal EventListener OtherEvents { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        logouts = await LogoutListener.StartAsync();
        Events = await EventListener.StartAsync();
        OtherEvents = await EventListener.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["RelyingParties:0:BackchannelLogoutUri"] = logouts.Address,
            ["RelyingParties:0:EventEndpoints:0"] = Events.Address,
            ["RelyingParties:1:EventEndpoints:0"] = OtherEvents.Address,
            ["BackChannelLogout:PollEvery"] = "00:00:00.200",
            ["SharedSignals:PollEvery"] = "00:00:00.200",
            ["SharedSignals:FirstDelay"] = "00:00:00.200",
            ["SharedSignals:LongestDelay"] = "00:00:01",
        };
        for (var client = 0; client < 2; client++)
        {
            settings[$"RelyingParties:{client}:Scopes:5"] = "ssf.manage";
            settings[$"RelyingParties:{client}:Scopes:6"] = "ssf.read";
            settings[$"RelyingParties:{client}:GrantTypes:9"] = "client_credentials";
        }

        await StartAsync(hubSettings: settings);
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await logouts.DisposeAsync();
        await Events.DisposeAsync();
        await OtherEvents.DisposeAsync();
    }

    internal async Task<(TokenAnswer Tokens, RelyingPartyClient Party)> SignInAsync(ResidentBrowser browser, string client = "yueshengshi", string resident = "r1", params (string, string?)[] changes)
    {
        var party = new RelyingPartyClient(Ports, client) { Scope = "openid profile offline_access" };
        return (await party.RedeemAsync((await party.SignInAsync(browser, resident, changes)).Code), party);
    }

    /// <summary>A token of the client's own.</summary>
    internal async Task<string> ClientTokenAsync(string client, string scope = "ssf.manage")
    {
        using var party = new RelyingPartyClient(Ports, client);
        return (await party.AskAsync("connect/token", ("grant_type", "client_credentials"), ("scope", scope))).AccessToken;
    }

    internal async Task<(int Status, JsonElement Json)> CallAsync(string token, HttpMethod method, string path, object? body = null)
    {
        using var http = NewHubClient();
        using var request = new HttpRequestMessage(method, path);
        if (token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return ((int)answer.StatusCode, text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    internal async Task<IReadOnlyList<TRow>> RowsAsync<TRow>()
        where TRow : class
    {
        await using var scope = HubServices.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<TRow>().AsNoTracking().ToListAsync(Stop);
    }

    /// <summary>Whether nothing of a sign-in is good any more, at every end point that takes a token.</summary>
    internal static async Task AssertRevokedAsync(RelyingPartyClient party, TokenAnswer tokens)
    {
        Assert.Equal(401, (await party.UserInfoAsync(tokens.AccessToken)).Status);
        Assert.Equal("invalid_grant", (await party.RefreshAsync(tokens.RefreshToken))["error"]);
        foreach (var token in new[] { tokens.AccessToken, tokens.RefreshToken })
            Assert.Equal("False", (await party.AskAsync("connect/introspect", ("token", token)))["active"]);
    }
}
