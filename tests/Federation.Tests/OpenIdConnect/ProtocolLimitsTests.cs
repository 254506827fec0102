using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CrossBorder.Federation.OpenIdConnect.Limits;
using CrossBorder.Testing;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

/// <summary>Floods and guesses at the protocol's end points cost whoever makes them, and nobody else.</summary>
public sealed class ProtocolLimitsTests : IAsyncLifetime
{
    private const int Tries = 5;
    private readonly SandboxFixture sandbox = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(sandbox.StartAsync(hubSettings: new Dictionary<string, string>
    {
        ["ProtocolLimits:WrongProofs"] = Tries.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["ProtocolLimits:Window"] = "01:00:00",
        ["Proxies:Trusted:0"] = "127.0.0.0/8",
        ["Proxies:Trusted:1"] = "::1/128",
    }));

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Theory]
    [InlineData("connect/token")]
    [InlineData("connect/introspect")]
    [InlineData("connect/device")]
    public async Task Who_guesses_a_client_s_secret_is_stopped_and_the_client_itself_is_not(string path)
    {
        var guesser = "203.0.113." + path.Length;
        for (var attempt = 0; attempt < Tries; attempt++)
            Assert.Equal("invalid_client", (await AskAsync(path, guesser, "wrong")).Said);

        var (status, said, wait) = await AskAsync(path, guesser, "sandbox-yueshengshi");
        Assert.Equal((HttpStatusCode.TooManyRequests, "CB8001"), (status, said));
        Assert.True(wait >= TimeSpan.FromSeconds(1));
        // From where it lives, the client goes on: what is counted is never the client alone.
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await AskAsync(path, "198.51.100.7", "sandbox-yueshengshi")).Status);
        Assert.NotEqual("invalid_client", (await AskAsync(path, "198.51.100.7", "sandbox-yueshengshi")).Said);
    }

    [Fact]
    public void Made_up_names_share_a_few_places_of_their_address()
    {
        Assert.InRange(Enumerable.Range(0, 10_000).Select(name => ProtocolLimits.KeyOf("203.0.113.9", "made-up-" + name)).Distinct().Count(), 1, 64);
        Assert.NotEqual(ProtocolLimits.KeyOf("203.0.113.9", "a"), ProtocolLimits.KeyOf("203.0.113.10", "a"));
    }

    [Fact]
    public void A_flood_of_one_client_at_one_address_stops_there()
    {
        using var limits = new ProtocolLimits(Options.Create(new ProtocolLimitsOptions { Client = new() { PerSecond = 1, Burst = 3 } }));
        var (flooded, other) = (ProtocolLimits.KeyOf("203.0.113.9", "a"), ProtocolLimits.KeyOf("198.51.100.7", "a"));
        Assert.Contains(Enumerable.Range(0, 20).Select(_ => limits.Enter(flooded).IsAcquired), entered => !entered);
        Assert.True(limits.Enter(other).IsAcquired);
    }

    [Fact]
    public void Limits_that_make_no_sense_stop_the_start()
    {
        var found = new ProtocolLimitsOptionsValidator().Validate(null, new()
        {
            Client = new() { PerSecond = 10, Burst = 9 }, WrongProofs = 0, Window = TimeSpan.Zero,
        });
        Assert.Equal(3, found.Failures!.Count());
    }

    private async Task<(HttpStatusCode Status, string? Said, TimeSpan? Wait)> AskAsync(string path, string from, string secret)
    {
        using var http = sandbox.NewHubClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = "none", ["token"] = "none" }),
        };
        request.Headers.Add("X-Forwarded-For", from);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("yueshengshi:" + secret)));
        using var answer = await http.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        using var json = System.Text.Json.JsonDocument.Parse(text.StartsWith('{') ? text : "{}");
        var said = json.RootElement.TryGetProperty("code", out var code) ? code : json.RootElement.TryGetProperty("error", out var error) ? error : default;
        return (answer.StatusCode, said.ValueKind == System.Text.Json.JsonValueKind.String ? said.GetString() : null, answer.Headers.RetryAfter?.Delta);
    }
}
