using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Sandbox.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Benchmarks.Load;

/// <summary>A resident who signs in through one relying party, again and again, each time as a browser without cookies.</summary>
internal sealed class Resident(SandboxWorld world, string client) : IDisposable
{
    private const string Login = "r1";
    private const string Callback = "http://localhost:9090/callback";
    private readonly ResidentBrowser browser = new ResidentBrowser().StopAt(new Uri(Callback));
    private readonly HttpClient http = new() { BaseAddress = world.Ports.HubAddress };

    /// <summary>The first sign-in, with all that is asked but once: which account, and what the relying party may know.</summary>
    public async Task AgreeAsync(CancellationToken cancellationToken)
    {
        var page = await browser.GoAsync(AuthorizeAddress(NewVerifier()), cancellationToken);
        for (var form = FormOf(page); !page.Stopped && form is not null; form = FormOf(page))
            page = await browser.SubmitAsync(form, cancellationToken: cancellationToken);
        Code(page);
    }

    /// <summary>Authorize, home provider, callback, known link, known consent, code, tokens; gives the access token.</summary>
    public async Task<string> SignInAsync(CancellationToken cancellationToken)
    {
        foreach (System.Net.Cookie cookie in browser.Cookies.GetAllCookies())
            cookie.Expired = true;
        browser.Visited.Clear();

        var verifier = NewVerifier();
        var code = Code(await browser.GoAsync(AuthorizeAddress(verifier), cancellationToken));
        if (!browser.Visited.Any(address => address.Port == world.Ports.Home))
            throw new InvalidOperationException("The home provider was not visited.");
        return await RedeemAsync(code, verifier, cancellationToken);
    }

    public void Dispose()
    {
        browser.Dispose();
        http.Dispose();
    }

    private async Task<string> RedeemAsync(string code, string verifier, CancellationToken cancellationToken)
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
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"The token endpoint answered {(int)response.StatusCode}.");
        var tokens = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(cancellationToken));
        return tokens.GetProperty("access_token").GetString()!;
    }

    private Uri AuthorizeAddress(string verifier) => new(QueryHelpers.AddQueryString(new Uri(world.Ports.HubAddress, "connect/authorize").AbsoluteUri, new Dictionary<string, string?>
    {
        ["client_id"] = client,
        ["redirect_uri"] = Callback,
        ["response_type"] = "code",
        ["scope"] = "openid profile identity applications",
        ["state"] = "measured",
        ["nonce"] = NewVerifier(),
        ["login_hint"] = Login,
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
        ["code_challenge_method"] = "S256",
    }));

    private static string NewVerifier() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private static PageForm? FormOf(Page page) =>
        page.Forms.FirstOrDefault(form => form.Fields.ContainsKey("__RequestVerificationToken") && form.Buttons.Count > 0);

    private static string Code(Page page) => page.Stopped && page.Parameter("code") is { } code
        ? code
        : throw new InvalidOperationException($"No code: the browser stands at {page.Address.AbsolutePath} ({(int)page.Status}).");
}
