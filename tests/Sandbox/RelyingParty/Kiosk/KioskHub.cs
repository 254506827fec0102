using System.Net.Http.Headers;
using System.Text.Json;
using CrossBorder.Sandbox.Hosting;

namespace CrossBorder.Sandbox.RelyingParty.Kiosk;

/// <summary>What the kiosk asks of the hub (RFC 8628, RFC 7009).</summary>
internal sealed class KioskHub(HttpClient http)
{
    private const string Client = "kiosk";
    private const string Grant = "urn:ietf:params:oauth:grant-type:device_code";

    public static void Configure(HttpClient client, SandboxPorts ports) => client.BaseAddress = ports.HubAddress;

    public Task<JsonElement> StartAsync(CancellationToken cancellationToken) =>
        AskAsync("connect/device", cancellationToken, ("scope", "openid profile"));

    /// <summary>Tokens, or <c>error</c> with <c>authorization_pending</c> while the resident has not answered.</summary>
    public Task<JsonElement> PollAsync(string deviceCode, CancellationToken cancellationToken) =>
        AskAsync("connect/token", cancellationToken, ("grant_type", Grant), ("device_code", deviceCode));

    public Task<JsonElement> RevokeAsync(string token, CancellationToken cancellationToken) => AskAsync("connect/revoke", cancellationToken, ("token", token));

    /// <summary>The pattern of a code as SVG; this page has no script that could draw one.</summary>
    public async Task<string> PatternAsync(string userCode, CancellationToken cancellationToken)
    {
        var svg = await http.GetStringAsync(new Uri("device/pattern?user_code=" + Uri.EscapeDataString(userCode), UriKind.Relative), cancellationToken);
        return svg[svg.IndexOf("<svg", StringComparison.Ordinal)..];
    }

    public async Task<JsonElement> PersonAsync(string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "connect/userinfo");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await SendAsync(request, cancellationToken);
    }

    private async Task<JsonElement> AskAsync(string path, CancellationToken cancellationToken, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("client_id", Client)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        return await SendAsync(request, cancellationToken);
    }

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(text.StartsWith('{') ? text : "{}");
    }
}
