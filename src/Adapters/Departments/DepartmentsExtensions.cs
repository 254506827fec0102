using CrossBorder.Adapters.Departments.Http;
using CrossBorder.Adapters.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace CrossBorder.Adapters.Departments;

/// <summary>Registration of the ways to departments.</summary>
public static class DepartmentsExtensions
{
    /// <summary>Departments as section <c>Departments</c> says.</summary>
    public static IServiceCollection AddDepartments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<DepartmentsOptions>, DepartmentsOptionsValidator>();
        services.AddOptions<DepartmentsOptions>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IDepartmentChannel, HttpDepartmentChannel>();

        services.AddHttpClient(HttpDepartmentChannel.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // An envelope goes to the address that was configured and to no other.
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(3),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers()
            .AddResilienceHandler("department", pipeline => pipeline
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = 10,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = TimeSpan.FromSeconds(5),
                })
                // No retry here: the queue retries, with the same envelope, and survives a restart.
                .AddTimeout(TimeSpan.FromSeconds(10)))
            // A pipeline for each department, even where several share a host: one that is down opens nobody else's breaker.
            .SelectPipelineBy(_ => request => request.RequestUri!.AbsoluteUri);
        return services;
    }
}
