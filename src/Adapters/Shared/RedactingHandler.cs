using Microsoft.Extensions.Logging;

namespace CrossBorder.Adapters.Shared;

/// <summary>
/// Tells of every call to a partner by host, path and status. Queries, headers and bodies may hold personal data or
/// secrets and are never told; the framework's own request log is switched off for that reason.
/// </summary>
internal sealed class RedactingHandler(ILogger<RedactingHandler> logger, TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = request.RequestUri?.Authority ?? "";
        var path = request.RequestUri?.AbsolutePath ?? "";
        var started = clock.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            Log.Answered(logger, host, path, (int)response.StatusCode, clock.GetElapsedTime(started).TotalMilliseconds);
            return response;
        }
        catch (Exception fault)
        {
            Log.NotAnswered(logger, host, path, fault.GetType().Name, clock.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
    }
}
