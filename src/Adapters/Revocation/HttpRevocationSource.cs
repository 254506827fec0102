using System.Net.Http.Headers;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Outcomes;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CrossBorder.Adapters.Revocation;

/// <summary>
/// Revocation lists and OCSP over HTTP. Plain http is the custom there: list and response are signed, and whoever takes one verifies it.
/// </summary>
internal sealed class HttpRevocationSource(IHttpClientFactory clients) : IRevocationSource
{
    public const string ListClient = "revocation";

    /// <summary>A client of its own: responders that fail must not open the circuit before the lists.</summary>
    public const string ResponderClient = "ocsp";

    private const int MaximumList = 16 * 1024 * 1024;
    private const int MaximumResponse = 64 * 1024;

    public async Task<Outcome<byte[]>> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(ListClient, request, MaximumList, ErrorCatalogue.RevocationListUnreachable, cancellationToken);
    }

    public async Task<Outcome<byte[]>> AskAsync(Uri responder, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, responder) { Content = new ReadOnlyMemoryContent(request) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/ocsp-request");
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/ocsp-response"));
        return await SendAsync(ResponderClient, message, MaximumResponse, ErrorCatalogue.RevocationResponderUnreachable, cancellationToken);
    }

    private async Task<Outcome<byte[]>> SendAsync(
        string name, HttpRequestMessage request, int maximum, ErrorDescriptor unreachable, CancellationToken cancellationToken)
    {
        var host = request.RequestUri!.Authority;
        try
        {
            using var client = clients.CreateClient(name);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return unreachable.With($"{host} answered {(int)response.StatusCode}.");

            return await response.Content.ReadAtMostAsync(maximum, cancellationToken) is { } bytes
                ? bytes
                : unreachable.With($"{host} sent more than {maximum} bytes.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TimeoutRejectedException or BrokenCircuitException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return unreachable.With($"{host}: {fault.GetType().Name}");
        }
    }
}
