using System.Net.Http.Headers;
using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.RelyingParties;

/// <summary>Posts the token as it is; 202 confirms, and 200 from those who read the specification quickly. What else the answer says is not read.</summary>
internal sealed class HttpSecurityEventChannel(IHttpClientFactory clients) : ISecurityEventChannel
{
    public const string Client = "security-events";

    private static readonly MediaTypeHeaderValue MediaType = new("application/secevent+jwt");

    public async Task<Outcome<bool>> TellAsync(Uri address, string token, string? authorization, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var request = new HttpRequestMessage(HttpMethod.Post, address);
            request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(token)) { Headers = { ContentType = MediaType } };
            request.Headers.Accept.ParseAdd("application/json");
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var status = (int)response.StatusCode;
            if (status is 202 or 200)
                return true;

            return (status >= 500 ? ErrorCatalogue.EventPushUnreachable : ErrorCatalogue.EventPushRefused).With($"{address.Authority} answered {status}.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ErrorCatalogue.EventPushUnreachable.With($"{address.Authority} does not answer ({fault.GetType().Name}).");
        }
    }
}
