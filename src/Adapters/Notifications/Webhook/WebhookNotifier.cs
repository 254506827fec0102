using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Notifications.Webhook;

/// <summary>
/// Posts a JWS (<c>application/jose</c>). Signed by a key of the hub rather than with a shared secret: a receiver verifies it with what the hub
/// publishes, and cannot make one up itself.
/// </summary>
internal sealed class WebhookNotifier(WebhookOptions options, IHttpClientFactory clients, IPartnerKeys keys, TimeProvider clock) : INotifier
{
    public const string Client = "webhooks";
    public const string Type = "cross-border-alert+jws";

    public string Name => "webhook:" + options.Name;

    public bool Wants(NoticeSeverity severity) => severity >= options.Least;

    public async Task<Outcome<bool>> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (keys.Find(options.SigningKey) is not { } key)
            return ErrorCatalogue.NotifierRefused.With($"'{Name}' has no signing key '{options.SigningKey}'.");

        try
        {
            using var client = clients.CreateClient(Client);
            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(Jws.Sign(key, Type, Payload(notice))));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/jose");
            using var response = await client.PostAsync(new Uri(options.Address), content, cancellationToken);
            if (response.IsSuccessStatusCode)
                return true;
            return ((int)response.StatusCode >= 500 ? ErrorCatalogue.NotifierUnreachable : ErrorCatalogue.NotifierRefused)
                .With($"'{Name}' answered {(int)response.StatusCode}.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or Polly.ExecutionRejectedException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ErrorCatalogue.NotifierUnreachable.With($"'{Name}' does not answer ({fault.GetType().Name}).");
        }
    }

    private byte[] Payload(Notice notice) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["id"] = notice.Id,
        ["iat"] = clock.GetUtcNow().ToUnixTimeSeconds(),
        ["kind"] = notice.Kind,
        ["subject"] = notice.Subject,
        ["severity"] = notice.Severity.ToString().ToLowerInvariant(),
        ["event"] = notice.Event.ToString().ToLowerInvariant(),
        ["at"] = notice.At.ToUnixTimeSeconds(),
        ["text"] = new JsonObject { ["zh-Hant"] = notice.Text.Hant, ["zh-Hans"] = notice.Text.Hans, ["en"] = notice.Text.En },
    });
}
