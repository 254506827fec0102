using System.Net.Http.Headers;
using System.Net.Mime;
using System.Security.Cryptography;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.RelyingParties;

/// <summary>Posts the notice with its signature; any 2xx confirms. What else the answer says is not read, and a redirect is not followed.</summary>
internal sealed class HttpStatusChannel(IHttpClientFactory clients, TimeProvider clock) : IStatusChannel
{
    public const string Client = "status-webhook";

    public async Task<Outcome<bool>> TellAsync(Uri address, ReadOnlyMemory<byte> notice, ISigningKey key, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(notice) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
            MessageSignatures.Sign(request, notice.Span, key, clock.GetUtcNow(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var status = (int)response.StatusCode;
            if (response.IsSuccessStatusCode)
                return true;
            return (status switch
            {
                410 => ErrorCatalogue.WebhookGone,
                >= 500 => ErrorCatalogue.WebhookUnreachable,
                _ => ErrorCatalogue.WebhookRefused,
            }).With($"{address.Authority} answered {status}.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ErrorCatalogue.WebhookUnreachable.With($"{address.Authority} does not answer ({fault.GetType().Name}).");
        }
    }
}
