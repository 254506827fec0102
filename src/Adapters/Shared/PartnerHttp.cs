using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace CrossBorder.Adapters.Shared;

/// <summary>An HTTP client for one kind of partner, with the pipeline that every partner gets.</summary>
internal static class PartnerHttp
{
    /// <summary>
    /// Every message of ours carries an id that its receiver keeps, or asks a question only: repeating it is safe. Where one client speaks to
    /// several hosts, each has a circuit breaker of its own: one that is down keeps nobody from the others.
    /// </summary>
    public static IHttpClientBuilder AddPartnerClient(this IServiceCollection services, string name)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddTransient<RedactingHandler>();
        var client = services.AddHttpClient(name, static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                // A partner that sends us elsewhere is not the partner that was configured.
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(3),
            })
            .RemoveAllLoggers();
        client.AddResilienceHandler("partner", static pipeline => pipeline
            .AddTimeout(TimeSpan.FromSeconds(12))
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(5),
            })
            .AddTimeout(TimeSpan.FromSeconds(5))).SelectPipelineByAuthority();
        client.AddHttpMessageHandler<RedactingHandler>();
        return client;
    }

    /// <summary>Reads at most so many bytes; null where the partner sent more.</summary>
    public static async Task<byte[]?> ReadAtMostAsync(this HttpContent content, int maximum, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maximum)
            return null;

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > maximum)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
