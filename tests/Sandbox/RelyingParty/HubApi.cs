using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>What the relying party asks of the hub's APIs, in the resident's name.</summary>
internal sealed class HubApi(HttpClient http)
{
    public async Task<(int Status, JsonElement Body)> GetAsync(string path, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, token, cancellationToken);
    }

    public async Task<(int Status, JsonElement Body)> ApplyAsync(
        string item, IReadOnlyDictionary<string, string> form, string key, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/applications")
        {
            Content = JsonContent.Create(new { item, form, materials = Array.Empty<object>(), commitments = Array.Empty<string>(), deferred = Array.Empty<string>() }),
        };
        request.Headers.Add("Idempotency-Key", key);
        return await SendAsync(request, token, cancellationToken);
    }

    private async Task<(int Status, JsonElement Body)> SendAsync(HttpRequestMessage request, string? token, CancellationToken cancellationToken)
    {
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return ((int)response.StatusCode, JsonSerializer.Deserialize<JsonElement>(json && text.Length > 0 ? text : "{}"));
    }
}
