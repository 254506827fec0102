using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>One client on one connection. What is answered is looked at, and now and then its signature: an error is no speed.</summary>
internal sealed class TokenCalls(MeasuredClient client, Discovery server, string cookies) : IDisposable
{
    // Often enough to catch a server that signs badly, and so seldom that verifying costs nothing of the time.
    private const int VerifyEach = 40;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 1 });
    private readonly AuthenticationHeaderValue secret =
        new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{client.Id}:{MeasuredClient.Secret}")));

    private int calls;
    private string refresh = "";
    private string live = "";

    public async Task ClientCredentialsAsync(CancellationToken cancellationToken)
    {
        var answer = await PostAsync(server.Token, new() { ["grant_type"] = "client_credentials", ["scope"] = MeasuredClient.OwnScope }, cancellationToken);
        await SampleAsync(answer, "access_token");
    }

    /// <summary>Signed in already: code, tokens, userinfo.</summary>
    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        var verifier = AuthorizeAddress.NewVerifier();
        var answer = await PostAsync(server.Token, new()
        {
            ["grant_type"] = "authorization_code", ["code"] = await CodeAsync(verifier, cancellationToken),
            ["redirect_uri"] = MeasuredClient.Callback, ["code_verifier"] = verifier,
        }, cancellationToken);
        await SampleAsync(answer, "id_token");
        live = Text(answer, "access_token");
        if (answer.TryGetProperty("refresh_token", out var next))
            refresh = next.GetString()!;

        using var request = new HttpRequestMessage(HttpMethod.Get, server.UserInfo) { Headers = { Authorization = new("Bearer", live) } };
        Text(await SendAsync(request, cancellationToken), "sub");
    }

    /// <summary>With rotation: the refresh token of one answer is what the next is asked with.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (refresh.Length == 0)
            await SignInAsync(cancellationToken);
        var answer = await PostAsync(server.Token, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh }, cancellationToken);
        var next = Text(answer, "refresh_token");
        if (next == refresh)
            throw new InvalidOperationException("The refresh token stayed the same.");
        refresh = next;
        await SampleAsync(answer, "id_token");
    }

    public async Task IntrospectAsync(CancellationToken cancellationToken)
    {
        if (live.Length == 0)
            await SignInAsync(cancellationToken);
        var answer = await PostAsync(server.Introspection, new() { ["token"] = live }, cancellationToken);
        if (!answer.GetProperty("active").GetBoolean())
            throw new InvalidOperationException("A live token is not active.");
    }

    public void Dispose() => http.Dispose();

    private async Task<string> CodeAsync(string verifier, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AuthorizeAddress.For(client, server.Authorize, verifier));
        request.Headers.Add("Cookie", cookies);
        using var response = await http.SendAsync(request, cancellationToken);
        var location = response.Headers.Location?.OriginalString ?? "";
        return location.StartsWith(MeasuredClient.Callback, StringComparison.Ordinal)
            && QueryHelpers.ParseQuery(new Uri(location).Query).TryGetValue("code", out var code)
            ? code.ToString()
            : throw new InvalidOperationException($"No code, but {(int)response.StatusCode} {location}");
    }

    private Task<JsonElement> PostAsync(Uri address, Dictionary<string, string> form, CancellationToken cancellationToken) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form), Headers = { Authorization = secret } }, cancellationToken);

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? JsonSerializer.Deserialize<JsonElement>(text)
                : throw new InvalidOperationException($"{request.RequestUri!.AbsolutePath} answered {(int)response.StatusCode} {text}");
        }
    }

    private Task SampleAsync(JsonElement answer, string name)
    {
        var token = Text(answer, name);
        return calls++ % VerifyEach == 0 ? server.VerifyAsync(token, client.Algorithm) : Task.CompletedTask;
    }

    private static string Text(JsonElement answer, string name) => answer.GetProperty(name).GetString()!;
}
