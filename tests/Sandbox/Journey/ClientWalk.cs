using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Sandbox.Journey;

/// <summary>The walk of r1 through one relying party, from sign-in to the department's receipt and the evidence.</summary>
internal sealed class ClientWalk : IDisposable
{
    private const string Callback = "http://localhost:9090/callback";
    private const string Item = "gd-si-011";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SandboxWorld world;
    private readonly string client;
    private readonly string algorithm;
    private readonly ResidentBrowser browser = new ResidentBrowser().StopAt(new Uri(Callback));
    private readonly HttpClient http;
    private readonly string verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
    private readonly string nonce = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
    private JsonElement tokens;
    private JsonElement application;
    private string? subject;

    public ClientWalk(SandboxWorld world, string client, string algorithm)
    {
        this.world = world;
        this.client = client;
        this.algorithm = algorithm;
        http = new HttpClient { BaseAddress = world.Ports.HubAddress };
    }

    /// <summary>What the sign-in left.</summary>
    public string IdToken => tokens.GetProperty("id_token").GetString()!;

    public async Task WalkAsync(JourneySteps steps, CancellationToken cancellationToken)
    {
        await SignInAsync(steps, cancellationToken);
        await steps.StepAsync($"{client}: userinfo", () => CheckUserInfoAsync(cancellationToken));
        await steps.StepAsync($"{client}: apply", () => ApplyAsync(cancellationToken));
        await steps.StepAsync($"{client}: route and receipt", () => AwaitReceiptAsync(cancellationToken));
        await steps.StepAsync($"{client}: evidence", () => VerifyEvidenceAsync(cancellationToken));
    }

    public async Task SignInAsync(JourneySteps steps, CancellationToken cancellationToken)
    {
        Page page = null!;
        await steps.StepAsync($"{client}: sign in at home", async () =>
        {
            page = await browser.GoAsync(AuthorizeAddress(), cancellationToken);
            Require(browser.Visited.Any(address => address.Port == world.Ports.Home), "The home provider was not visited.");
            return "r1 authenticated by the home provider; the assertion was verified by the hub";
        });
        await steps.StepAsync($"{client}: link and consent", async () =>
        {
            var confirmed = new List<string>();
            while (!page.Stopped && confirmed.Count < 6)
            {
                var form = page.Forms.FirstOrDefault(candidate => candidate.Fields.ContainsKey("__RequestVerificationToken") && candidate.Buttons.Count > 0)
                    ?? throw new InvalidOperationException($"No form to go on with at {page.Address.AbsolutePath} ({(int)page.Status}): {Shorten(page.Text)}");
                confirmed.Add(page.Address.Segments[^1]);
                page = await browser.SubmitAsync(form, cancellationToken: cancellationToken);
            }

            Require(page.Parameter("code") is not null, $"No code came back: {page.Address.Query}");
            return confirmed.Count == 0 ? "nothing left to ask" : "agreed on " + string.Join(", ", confirmed);
        });
        await steps.StepAsync($"{client}: token", () => RedeemAsync(page.Parameter("code")!, cancellationToken));
        await steps.StepAsync($"{client}: id token", () => CheckIdTokenAsync(cancellationToken));
    }

    public void Dispose()
    {
        browser.Dispose();
        http.Dispose();
    }

    private Uri AuthorizeAddress() => new(QueryHelpers.AddQueryString(new Uri(world.Ports.HubAddress, "connect/authorize").AbsoluteUri, new Dictionary<string, string?>
    {
        ["client_id"] = client,
        ["redirect_uri"] = Callback,
        ["response_type"] = "code",
        ["scope"] = "openid profile identity applications",
        ["state"] = "journey",
        ["nonce"] = nonce,
        ["login_hint"] = "r1",
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
        ["code_challenge_method"] = "S256",
    }));

    private async Task<string> RedeemAsync(string code, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "connect/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = Callback, ["code_verifier"] = verifier,
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{client}:sandbox-{client}")));
        using var response = await http.SendAsync(request, cancellationToken);
        tokens = await ReadAsync(response, 200, cancellationToken);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("access_token").GetString());
        return "code and PKCE verifier redeemed";
    }

    private async Task<string> CheckIdTokenAsync(CancellationToken cancellationToken)
    {
        var (header, payload) = await SignedToken.VerifyAsync(http, IdToken, cancellationToken);
        Require(header.GetProperty("alg").GetString() == algorithm, $"The id token is signed with {header.GetProperty("alg")}.");
        Require(payload.GetProperty("iss").GetString() == world.Ports.HubAddress.AbsoluteUri, "Another issuer.");
        Require(payload.GetProperty("nonce").GetString() == nonce, "Another nonce.");
        var aud = payload.GetProperty("aud");
        Require((aud.ValueKind == JsonValueKind.Array ? aud[0] : aud).GetString() == client, "Another audience.");
        Require(payload.GetProperty("acr").GetString() == "urn:crossborder:loa:high", "Another assurance.");
        Require(payload.GetProperty("at_hash").GetString() == SignedToken.HalfHash(algorithm, tokens.GetProperty("access_token").GetString()!), "at_hash is not that of the access token.");
        subject = payload.GetProperty("sub").GetString();
        return $"{algorithm} signature, issuer, audience, nonce, acr high, at_hash";
    }

    private async Task<string> CheckUserInfoAsync(CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync("connect/userinfo", cancellationToken);
        var claims = await ReadAsync(response, 200, cancellationToken);
        Require(claims.GetProperty("sub").GetString() == subject, "userinfo is about another subject.");
        Require(claims.GetProperty("name").GetString() == "CHAN Tai Man", "Another name.");
        Require(claims.GetProperty("name#zh-Hant").GetString() == "陳大文", "Another Chinese name.");
        Require(claims.GetProperty("birthdate").GetString() == "1990-01-01", "Another birth date.");
        Require(claims.TryGetProperty("mainland_account", out _), "No mainland account.");
        return "names, birth date and mainland account of r1";
    }

    /// <summary>Files one more application, and gives its number and the id of its delivery.</summary>
    public async Task<(string CaseNumber, string Delivery)> FileAsync(CancellationToken cancellationToken)
    {
        await ApplyAsync(cancellationToken);
        return (CaseNumber, application.GetProperty("deliveries")[0].GetProperty("id").GetString()!);
    }

    public async Task<JsonElement> CaseAsync(string caseNumber, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync("api/applications/" + caseNumber, cancellationToken);
        return await ReadAsync(response, 200, cancellationToken);
    }

    private async Task<string> ApplyAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/applications")
        {
            Content = JsonContent.Create(new { item = Item, form = new { }, materials = Array.Empty<object>(), commitments = Array.Empty<string>(), deferred = Array.Empty<string>() }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var response = await http.SendAsync(request, cancellationToken);
        application = await ReadAsync(response, 201, cancellationToken);
        return $"{Item} stored as {CaseNumber}; identity taken from the token alone";
    }

    private string CaseNumber => application.GetProperty("caseNumber").GetString()!;

    private async Task<string> AwaitReceiptAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        while (true)
        {
            using var response = await http.GetAsync("api/applications/" + CaseNumber, limit.Token);
            var now = await ReadAsync(response, 200, limit.Token);
            if (now.GetProperty("status").GetString() == "accepted")
            {
                var delivery = now.GetProperty("deliveries")[0];
                Require(delivery.GetProperty("receipt").ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined), "No receipt.");
                return $"accepted, receipt signed by {delivery.GetProperty("department")}";
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }
    }

    private async Task<string> VerifyEvidenceAsync(CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"api/applications/{CaseNumber}/evidence", cancellationToken);
        await ReadAsync(response, 200, cancellationToken);
        return EvidenceCheck.Verify(await response.Content.ReadAsStringAsync(cancellationToken), world.Pki);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, int expected, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        Require((int)response.StatusCode == expected, $"HTTP {(int)response.StatusCode}: {Shorten(text)}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static string Shorten(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var flat && flat.Length > 400 ? flat[..400] : flat;

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
