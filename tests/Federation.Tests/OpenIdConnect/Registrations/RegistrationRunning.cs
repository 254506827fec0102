using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Registrations;

/// <summary>A running hub that knows a publisher of software, and developers who register with it.</summary>
public sealed class RegistrationRunning : SandboxFixture, IAsyncLifetime
{
    public const string Publisher = "https://publisher.example.test";
    public const string Callback = "https://app.example.test/callback";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The publisher's key.</summary>
    internal SoftwareSigningKey PublisherKey { get; } = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "publisher-1");

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(Data, "publisher.jwks");
        await File.WriteAllTextAsync(file, $$"""{"keys":[{{PublisherKey.PublicKey.ToJwk()}}]}""");
        // Asked after the first one, and knows nothing of the first one's keys.
        using var second = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "publisher-2");
        var secondFile = Path.Combine(Data, "second-publisher.jwks");
        await File.WriteAllTextAsync(secondFile, $$"""{"keys":[{{second.PublicKey.ToJwk()}}]}""");
        await StartAsync(hubSettings: new Dictionary<string, string>
        {
            ["Registration:Publishers:0:Issuer"] = Publisher,
            ["Registration:Publishers:0:JwksFile"] = file,
            ["Registration:Publishers:1:Issuer"] = "https://second-publisher.example.test",
            ["Registration:Publishers:1:JwksFile"] = secondFile,
            ["Registration:MostWaitingOfOne"] = "4",
            ["Registration:MostOfOneADay"] = "6",
        });
    }

    /// <summary>A registration that holds, for a test to change.</summary>
    public static JsonObject Metadata() => JsonNode.Parse($$"""
        {
          "client_name": "Harbour Library", "client_name#zh-Hant": "海港圖書館", "client_name#zh-Hans": "海港图书馆",
          "purpose": "To lend you books", "purpose#zh-Hant": "讓您借書", "purpose#zh-Hans": "让您借书",
          "contacts": ["privacy@app.example.test"], "redirect_uris": ["{{Callback}}"], "scope": "openid profile",
          "post_logout_redirect_uris": ["https://app.example.test/bye"], "id_token_signed_response_alg": "ES256"
        }
        """)!.AsObject();

    /// <summary>An officer hands out an initial access token.</summary>
    public async Task<string> TicketAsync(int uses = 1, int days = 14)
    {
        await using var scope = HubServices.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<OfficerRegistrations>().IssueTicketAsync("Harbour Library", uses, days, "officer-a", Stop)).Value;
    }

    public Task<TokenAnswer> RegisterAsync(JsonObject metadata, string? token) => SendAsync(HttpMethod.Post, "connect/register", token, metadata);

    /// <summary>Registers, and has two officers approve it.</summary>
    public async Task<TokenAnswer> ApprovedAsync(JsonObject? metadata = null)
    {
        var answer = await RegisterAsync(metadata ?? Metadata(), await TicketAsync());
        Assert.True(answer.Status == 201, answer.Json.ToString());
        await ApproveAsync(answer["client_id"]!);
        return answer;
    }

    /// <summary>Two officers approve what the client submitted last, and the hub takes it over.</summary>
    public async Task ApproveAsync(string clientId)
    {
        await DecideAsync(clientId);
        await TakenOverAsync();
    }

    /// <summary>Two officers approve what the client submitted last.</summary>
    public async Task DecideAsync(string clientId)
    {
        foreach (var officer in new[] { "officer-a", "officer-b" })
        {
            await using var scope = HubServices.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var version = (await services.GetRequiredService<IRegistrations>().VersionsAsync(clientId, Stop))[0];
            Assert.True((await services.GetRequiredService<OfficerRegistrations>().ApproveAsync(clientId, version.Id, officer, Stop)).Succeeded);
        }
    }

    /// <summary>Looks at the registrations now, as the worker does each second.</summary>
    public Task TakenOverAsync() => Waiting.UntilAsync(async () =>
    {
        await using var scope = HubServices.CreateAsyncScope();
        var marks = await scope.ServiceProvider.GetRequiredService<IRegistrations>().InForceMarksAsync(Stop);
        return HubServices.GetRequiredService<RegistrationWatch>().IsAt(marks);
    }, "the hub has taken the registrations over", Stop);

    /// <summary>A registration's own end point.</summary>
    public Task<TokenAnswer> OwnAsync(HttpMethod method, string clientId, string? token, JsonObject? body = null) =>
        SendAsync(method, "connect/register/" + clientId, token, body);

    /// <summary>What the publisher says of its software.</summary>
    internal string Statement(Action<JsonObject>? change = null, SoftwareSigningKey? key = null)
    {
        var claims = new JsonObject
        {
            ["iss"] = Publisher, ["software_id"] = "library-app", ["iat"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            ["exp"] = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds(), ["client_name"] = "The Publisher's Library",
            ["client_name#zh-Hant"] = "發行者圖書館", ["client_name#zh-Hans"] = "发行者图书馆",
        };
        change?.Invoke(claims);
        return Jws.Sign(key ?? PublisherKey, "software-statement+jwt", Encoding.UTF8.GetBytes(claims.ToJsonString()));
    }

    /// <summary>A relying party as it was registered.</summary>
    public RelyingPartyClient ClientOf(TokenAnswer registered, string scope = "openid profile")
    {
        ArgumentNullException.ThrowIfNull(registered);
        return new RelyingPartyClient(Ports, registered["client_id"]!) { Secret = registered["client_secret"], Scope = scope };
    }

    public static ResidentBrowser NewBrowserAt(string address) => new ResidentBrowser().StopAt(new Uri(address));

    private async Task<TokenAnswer> SendAsync(HttpMethod method, string path, string? token, JsonObject? body)
    {
        using var http = NewHubClient();
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await TokenAnswer.OfAsync(http, request);
    }
}
