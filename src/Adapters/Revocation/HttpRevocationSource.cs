using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Outcomes;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CrossBorder.Adapters.Revocation;

/// <summary>Revocation lists over HTTP. Plain http is the custom there: a list is signed, and whoever takes it verifies it.</summary>
internal sealed class HttpRevocationSource(IHttpClientFactory clients) : IRevocationSource
{
    public const string HttpClient = "revocation";
    private const int MaximumList = 16 * 1024 * 1024;

    public async Task<Outcome<byte[]>> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(HttpClient);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return ErrorCatalogue.RevocationListUnreachable.With($"{address.Authority} answered {(int)response.StatusCode}.");

            return await response.Content.ReadAtMostAsync(MaximumList, cancellationToken) is { } list
                ? list
                : ErrorCatalogue.RevocationListUnreachable.With($"{address.Authority} sent more than {MaximumList} bytes.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TimeoutRejectedException or BrokenCircuitException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ErrorCatalogue.RevocationListUnreachable.With($"{address.Authority}: {fault.GetType().Name}");
        }
    }
}
