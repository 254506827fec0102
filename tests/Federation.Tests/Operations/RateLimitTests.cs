using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using CrossBorder.Federation.Hosting.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Tests.Operations;

public sealed class RateLimitTests
{
    private static readonly Dictionary<string, string> TwoAtOnce = new()
    {
        ["RateLimits:Address:PerSecond"] = "1",
        ["RateLimits:Address:Burst"] = "2",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flood_is_answered_with_CB8001_and_the_time_to_come_back_at_and_probes_are_not()
    {
        await using var hub = await HubServing.StartAsync(TwoAtOnce);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => hub.Client.GetAsync(new Uri("/api/items/none", UriKind.Relative), Stop)));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.NotFound);
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal("CB8001", (await refused.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
        Assert.True(refused.Headers.Contains("Content-Security-Policy"));

        var probes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => hub.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Stop)));
        Assert.All(probes, probe => Assert.Equal(HttpStatusCode.OK, probe.StatusCode));
    }

    [Fact]
    public async Task Whoever_claims_another_address_is_believed_from_a_trusted_proxy_alone()
    {
        await using var direct = await HubServing.StartAsync(TwoAtOnce);
        await using var proxied = await HubServing.StartAsync(new Dictionary<string, string>(TwoAtOnce) { ["Proxies:Trusted:0"] = "127.0.0.0/8" });

        Assert.Contains(HttpStatusCode.TooManyRequests, await AskFromManyAsync(direct));
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await AskFromManyAsync(proxied));
    }

    [Fact]
    public void Clients_are_counted_apart()
    {
        using var limits = Limits(new() { Client = new() { PerSecond = 1, Burst = 1 } });

        // A second that passes between two of them gives one back.
        Assert.Contains(Enumerable.Range(0, 20), _ => !limits.ByClient.AttemptAcquire(As("one")).IsAcquired);
        Assert.True(limits.ByClient.AttemptAcquire(As("other")).IsAcquired);
        Assert.True(limits.ByClient.AttemptAcquire(As(null)).IsAcquired);
        Assert.True(limits.ByClient.AttemptAcquire(As(null)).IsAcquired);
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::2:3", false)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", true)]
    public void A_network_of_IPv6_counts_as_one_address(string first, string second, bool secondPasses)
    {
        bool Passes()
        {
            using var limits = Limits(new() { Address = new() { PerSecond = 1, Burst = 1 } });
            Assert.True(limits.ByAddress.AttemptAcquire(From(first)).IsAcquired);
            return limits.ByAddress.AttemptAcquire(From(second)).IsAcquired;
        }

        // A second that passes between the two gives one back.
        Assert.Equal(secondPasses, Enumerable.Range(0, 20).All(_ => Passes()));
    }

    [Fact]
    public void Limits_and_proxies_that_make_no_sense_are_refused_with_CB1001()
    {
        var limits = new RateLimitsOptionsValidator().Validate(null, new() { Address = new() { PerSecond = 10, Burst = 9 }, Client = new() });
        var proxies = new ProxiesOptionsValidator().Validate(null, new() { Trusted = { "10.0.0.1", "10.0.0.0/24", "2001:db8::/32", "proxy.example" } });

        Assert.Equal(2, limits.Failures!.Count());
        Assert.All(limits.Failures!, failure => Assert.StartsWith("CB1001", failure, StringComparison.Ordinal));
        Assert.Contains("proxy.example", Assert.Single(proxies.Failures!), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<HttpStatusCode>> AskFromManyAsync(HubServing hub)
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(async number =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/items/none");
            request.Headers.Add("X-Forwarded-For", $"192.0.2.{number}");
            return await hub.Client.SendAsync(request, Stop);
        }));
        return answers.Select(answer => answer.StatusCode);
    }

    private static RateLimits Limits(RateLimitsOptions options) => new(Options.Create(options));

    private static DefaultHttpContext As(string? client) => new()
    {
        User = new ClaimsPrincipal(new ClaimsIdentity(client is null ? [] : [new Claim("client_id", client)])),
    };

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
