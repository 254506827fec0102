using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CrossBorder.Federation.Tests.Operations;

public sealed class SecurityHeadersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/items")]
    [InlineData("/error/CB1001")]
    [InlineData("/site.css")]
    [InlineData("/health/live")]
    [InlineData("/not-there")]
    [InlineData("/breaks")]
    public async Task Every_answer_has_them(string address)
    {
        await using var hub = await HubServing.StartAsync(more: app => app.MapGet("/breaks", IResult () => throw new InvalidOperationException("on purpose")));

        using var answer = await hub.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);

        Assert.Contains("default-src 'none'", Single(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Single(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Single(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Single(answer, "Referrer-Policy"));
        Assert.Contains("camera=()", Single(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal(address != "/site.css", answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_form_may_lead_to_the_relying_parties_and_homes_of_the_settings_and_nowhere_else()
    {
        await using var hub = await HubServing.StartAsync(new Dictionary<string, string>
        {
            ["RelyingParties:0:ClientId"] = "one",
            ["RelyingParties:0:Type"] = "public",
            ["RelyingParties:0:AuthenticationMethods:0"] = "none",
            ["RelyingParties:1:ClientId"] = "other",
            ["RelyingParties:1:Type"] = "public",
            ["RelyingParties:1:AuthenticationMethods:0"] = "none",
            ["RelyingParties:0:RedirectUris:0"] = "https://rp.example/signin-oidc",
            ["RelyingParties:0:RedirectUris:1"] = "https://rp.example/other",
            ["RelyingParties:1:RedirectUris:0"] = "http://localhost:9090/callback",
            ["RelyingParties:1:RedirectUris:1"] = "app.example:/callback",
            ["Homes:0:Authority"] = "https://[2001:db8::1]:8443/realm; script-src *",
        });

        using var answer = await hub.Client.GetAsync(new Uri("/api/items", UriKind.Relative), Stop);

        Assert.Contains(
            "; form-action 'self' https://rp.example http://localhost:9090 app.example: https://[2001:db8::1]:8443; ",
            Single(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_a_browser_is_told_to_come_back_by_https_alone()
    {
        await using var hub = await HubServing.StartInProductionAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/items");
        // Browsers are never told so of localhost.
        request.Headers.Host = "hub.example";

        using var answer = await hub.Client.SendAsync(request, Stop);

        Assert.Equal("max-age=31536000", Single(answer, "Strict-Transport-Security"));
        Assert.Contains("default-src 'none'", Single(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signing_out_may_lead_to_where_the_relying_party_registered_for_it()
    {
        await using var hub = await HubServing.StartAsync(new Dictionary<string, string>
        {
            ["RelyingParties:0:ClientId"] = "one",
            ["RelyingParties:0:Type"] = "public",
            ["RelyingParties:0:AuthenticationMethods:0"] = "none",
            ["RelyingParties:0:PostLogoutRedirectUris:0"] = "https://after.example/signed-out",
        });

        using var answer = await hub.Client.GetAsync(new Uri("/sign-out", UriKind.Relative), Stop);

        Assert.Contains("; form-action 'self' https://after.example ", Single(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_endpoint_chose_stays()
    {
        await using var hub = await HubServing.StartAsync(more: app => app.MapGet("/own", (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "sandbox";
            context.Response.Headers.CacheControl = "private, max-age=5";
            return TypedResults.Ok();
        }));

        using var answer = await hub.Client.GetAsync(new Uri("/own", UriKind.Relative), Stop);

        Assert.Equal("sandbox", Single(answer, "Content-Security-Policy"));
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.CacheControl!.MaxAge);
    }

    private static string Single(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));
}
