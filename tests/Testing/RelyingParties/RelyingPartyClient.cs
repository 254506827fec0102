using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Sandbox.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Testing.RelyingParties;

/// <summary>One relying party in one sign-in: it sends a resident to the hub and redeems what comes back. Written on HTTP alone, so that no library repairs what is wrong.</summary>
public sealed class RelyingPartyClient(SandboxPorts ports, string clientId) : IDisposable
{
    public const string Callback = "http://localhost:9090/callback";
    public const string AllScopes = "openid profile identity applications offline_access";

    private readonly HttpClient http = new() { BaseAddress = ports.HubAddress };

    public string ClientId => clientId;

    public string Verifier { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string Nonce { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public string Scope { get; init; } = AllScopes;

    /// <summary>The secret of the demonstration; null for a client that proves itself otherwise or not at all.</summary>
    public string? Secret { get; init; } = $"sandbox-{clientId}";

    /// <summary>The authorize request.</summary>
    /// <param name="changes">Parameters added or changed; null leaves one out.</param>
    public Uri AuthorizeAddress(params (string Name, string? Value)[] changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = clientId,
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = Scope,
            ["state"] = "state-of-" + clientId,
            ["nonce"] = Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
            parameters[name] = value;
        return new Uri(QueryHelpers.AddQueryString(
            new Uri(ports.HubAddress, "connect/authorize").AbsoluteUri, parameters.Where(parameter => parameter.Value is not null)));
    }

    /// <summary>Sends a resident to the hub and says yes to everything that is asked, until the browser is back or nothing is left to press.</summary>
    public async Task<SignInResult> SignInAsync(ResidentBrowser browser, string resident, params (string Name, string? Value)[] changes)
    {
        ArgumentNullException.ThrowIfNull(browser);
        return await AgreeAsync(browser, AuthorizeAddress([("login_hint", resident), .. changes]));
    }

    /// <summary>The same from an address that is made already.</summary>
    public static async Task<SignInResult> AgreeAsync(ResidentBrowser browser, Uri address)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var page = await browser.GoAsync(address);
        var shown = new List<Page>();
        while (!page.Stopped && page.Forms.FirstOrDefault(IsAQuestion) is { } form && shown.Count < 6)
        {
            shown.Add(page);
            page = await browser.SubmitAsync(form);
        }

        return new SignInResult(page, shown);
    }

    public Task<TokenAnswer> RedeemAsync(string? code, params (string Name, string? Value)[] changes) => AskAsync("connect/token", [
        .. new (string Name, string? Value)[] { ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback), ("code_verifier", Verifier) }
            .ExceptBy(changes.Select(change => change.Name), field => field.Name),
        .. changes]);

    public Task<TokenAnswer> RefreshAsync(string refreshToken, params (string Name, string? Value)[] changes) =>
        AskAsync("connect/token", [("grant_type", "refresh_token"), ("refresh_token", refreshToken), .. changes]);

    /// <summary>A form post with the client's credentials.</summary>
    public async Task<TokenAnswer> AskAsync(string path, params (string Name, string? Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Where(field => field.Value is not null)
                .Append(("client_id", Secret is null ? clientId : null)).Where(field => field.Item2 is not null)
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        if (Secret is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{clientId}:{Secret}")));
        return await SendAsync(request);
    }

    public async Task<TokenAnswer> GetAsync(string path, string? accessToken, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (accessToken is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return await SendAsync(request);
    }

    /// <summary>Files an application; the answer is the case, or the problem.</summary>
    public async Task<TokenAnswer> ApplyAsync(string accessToken, string key, object application)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/applications") { Content = JsonContent.Create(application) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Headers.Add("Idempotency-Key", key);
        return await SendAsync(request);
    }

    public Task<TokenAnswer> UserInfoAsync(string accessToken) => GetAsync("connect/userinfo", accessToken);

    public void Dispose() => http.Dispose();

    private static bool IsAQuestion(PageForm form) => form.Fields.ContainsKey("__RequestVerificationToken") && form.Buttons.Count > 0
        && !form.Action.AbsolutePath.EndsWith("/stopped", StringComparison.Ordinal);

    private async Task<TokenAnswer> SendAsync(HttpRequestMessage request)
    {
        return await TokenAnswer.OfAsync(http, request);
    }
}
