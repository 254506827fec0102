using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>Plan FAPI 2.0 Security Profile: pushed requests (RFC 9126).</summary>
[Collection(FapiHubs.Name)]
public sealed class PushedRequestTests(FapiHub sandbox)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-par-without-duplicate-parameters")]
    public async Task A_pushed_request_is_answered_with_a_name_that_holds_for_a_short_while()
    {
        using var client = Client();
        var pushed = await client.PushAsync();
        Assert.Equal(201, pushed.Status);
        Assert.StartsWith("urn:ietf:params:oauth:request_uri:", pushed["request_uri"], StringComparison.Ordinal);
        Assert.InRange(int.Parse(pushed["expires_in"]!, System.Globalization.CultureInfo.InvariantCulture), 5, 599);
    }

    [Theory]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-unsigned-authorization-request-without-using-par-fails")]
    [InlineData("fapi-rp", "CB2036")]
    [InlineData("yueshengshi", null)]
    public async Task A_strict_client_pushes_its_requests_and_another_may_come_without(string clientId, string? code)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, clientId);
        var result = await client.SignInAsync(browser, "r1");
        if (code is null)
        {
            Assert.NotNull(result.Code);
            return;
        }

        Assert.Equal("invalid_request", result.Error);
        Assert.StartsWith(code, result.Page.Parameter("error_description"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_is_not_strict_may_push_its_requests_too()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var request = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(client.AuthorizeAddress(("login_hint", "r1")).Query);
        var pushed = await client.AskAsync("connect/par", [.. request.Where(parameter => parameter.Key != "client_id").Select(parameter => (parameter.Key, (string?)parameter.Value))]);
        Assert.Equal(201, pushed.Status);

        var result = await RelyingPartyClient.AgreeAsync(browser, new Uri(sandbox.Ports.HubAddress, $"connect/authorize?client_id=yueshengshi&request_uri={pushed["request_uri"]}"));
        var tokens = await client.RedeemAsync(result.Code);
        Assert.Equal("Bearer", tokens["token_type"]);
    }

    [Theory]
    [Trait(Module.Trait, "fapi2-security-profile-final-par-ensure-pkce-required, fapi2-security-profile-final-par-plain-pkce-rejected, fapi2-security-profile-final-ensure-request-object-without-redirect-uri-fails, fapi2-security-profile-final-ensure-redirect-uri-in-authorization-request, fapi2-security-profile-final-ensure-registered-redirect-uri, fapi2-security-profile-final-plain-fapi-tolerate-unregistered-redirect-uri, fapi2-security-profile-final-ensure-response-type-code-idtoken-fails, fapi2-security-profile-final-ensure-response-type-token-fails, fapi2-security-profile-final-par-authorization-request-containing-request_uri-form-param")]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("redirect_uri", null)]
    [InlineData("redirect_uri", "https://attacker.example/callback")]
    [InlineData("redirect_uri", "http://localhost:9090/callback/")]
    [InlineData("redirect_uri", "http://localhost:9090/callback#here")]
    [InlineData("response_type", "code id_token")]
    [InlineData("response_type", "token")]
    [InlineData("response_mode", "fragment")]
    [InlineData("response_mode", "fragment.jwt")]
    [InlineData("request_uri", "urn:ietf:params:oauth:request_uri:nested")]
    public async Task A_request_outside_the_profile_is_refused_where_it_is_pushed(string parameter, string? value)
    {
        using var client = Client();
        var answer = await client.PushAsync((parameter, value));
        Assert.Equal(400, answer.Status);
        Assert.NotNull(answer["error"]);
        if (parameter == "response_mode")
            Assert.StartsWith("CB2037", answer["error_description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("connect/par")]
    [InlineData("connect/token")]
    public async Task A_parameter_that_comes_twice_is_refused_with_CB2039(string path)
    {
        using var client = Client();
        var answer = await client.AskAsync(path, ("state", "one"), ("state", "two"), ("grant_type", "authorization_code"), ("code", "made-up"));
        Assert.Equal("invalid_request", answer["error"]);
        Assert.StartsWith("CB2039", answer["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_comes_twice_is_refused_in_an_address_as_well()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var page = await browser.GoAsync(new Uri(client.AuthorizeAddress().AbsoluteUri + "&state=again"), Stop);
        Assert.Equal("invalid_request", page.Parameter("error"));
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-par-attempt-invalid-http-method")]
    public async Task Nothing_is_pushed_by_another_method()
    {
        using var http = sandbox.NewHubClient();
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Get })
        {
            using var request = new HttpRequestMessage(method, "connect/par") { Content = method == HttpMethod.Get ? null : new FormUrlEncodedContent([]) };
            using var answer = await http.SendAsync(request, Stop);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-par-attempt-reuse-request_uri, fapi2-security-profile-final-par-ensure-reused-request-uri-prior-to-auth-completion-succeeds")]
    public async Task A_pushed_request_may_be_looked_at_again_and_leads_to_one_code()
    {
        using var client = Client();
        var pushed = await client.PushAsync(("login_hint", null));
        using var browser = SandboxFixture.NewBrowser();
        var waiting = await browser.GoAsync(client.AuthorizeAddress(pushed["request_uri"]), Stop);
        Assert.False(waiting.Stopped);

        using var other = SandboxFixture.NewBrowser();
        var page = await FapiHub.GoOnAsync(other, await other.GoAsync(client.AuthorizeAddress(pushed["request_uri"]), Stop));
        Assert.NotNull(page.Parameter("code"));

        var again = await other.GoAsync(client.AuthorizeAddress(pushed["request_uri"]), Stop);
        Assert.Null(again.Parameter("code"));
        Assert.Contains("CB2001", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-par-attempt-to-use-request_uri-for-different-client")]
    public async Task A_pushed_request_is_its_clients_alone()
    {
        using var client = Client();
        var pushed = await client.PushAsync();
        using var browser = SandboxFixture.NewBrowser();
        var page = await browser.GoAsync(client.AuthorizeAddress(pushed["request_uri"], "fapi-sm2-rp"), Stop);
        Assert.Null(page.Parameter("code"));
        Assert.Contains("CB2001", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-par-attempt-to-use-expired-request_uri")]
    public async Task A_pushed_request_is_over_after_its_time_unless_its_resident_is_signing_in_just_now()
    {
        using var client = Client();
        using var browser = SandboxFixture.NewBrowser();
        using var late = SandboxFixture.NewBrowser();
        var pushed = await client.PushAsync(("login_hint", null));
        var page = await browser.GoAsync(client.AuthorizeAddress(pushed["request_uri"]), Stop);

        using (sandbox.Ahead(PushedJourneys.RequestLifetime + TimeSpan.FromSeconds(5)))
        {
            var refused = await late.GoAsync(new Uri(client.AuthorizeAddress(pushed["request_uri"]).AbsoluteUri
                + "&redirect_uri=" + Uri.EscapeDataString(RelyingPartyClient.Callback)), Stop);
            Assert.Equal("invalid_request_uri", refused.Parameter("error"));
            var forged = await late.GoAsync(new Uri(client.AuthorizeAddress(pushed["request_uri"]).AbsoluteUri + "&journey=made-up"), Stop);
            Assert.Contains("CB2001", forged.Text, StringComparison.Ordinal);

            page = await FapiHub.GoOnAsync(browser, page);
            Assert.NotNull(page.Parameter("code"));
        }
    }

    private FapiClient Client() => new(sandbox.Ports, sandbox.Data);
}
