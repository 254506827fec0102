using CrossBorder.Adapters.Departments.Http;
using CrossBorder.Adapters.Departments.RabbitMq;
using CrossBorder.Adapters.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Polly;

namespace CrossBorder.Adapters.Departments;

/// <summary>Registration of the ways to departments.</summary>
public static class DepartmentsExtensions
{
    /// <summary>Departments as section <c>Departments</c> says.</summary>
    /// <param name="services">Where they are registered.</param>
    /// <param name="configuration">The root of the settings.</param>
    /// <param name="resolve">Gives the full path of a file that a setting names; as it stands where null.</param>
    public static IServiceCollection AddDepartments(
        this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, string, string>? resolve = null)
    {
        services.AddSingleton<IValidateOptions<DepartmentsOptions>, DepartmentsOptionsValidator>();
        services.AddOptions<DepartmentsOptions>().Bind(configuration).PostConfigure<IServiceProvider>((options, provider) =>
        {
            if (resolve is null)
                return;
            foreach (var department in options.Departments)
            {
                department.CredentialsFile = Resolved(department.CredentialsFile);
                department.EncryptionKeyFile = Resolved(department.EncryptionKeyFile);
            }

            string Resolved(string file) => file.Length > 0 ? resolve(provider, file) : file;
        }).ValidateOnStart();
        services.AddSingleton<HttpDepartmentChannel>();
        services.AddSingleton<RabbitMqDepartmentChannel>();
        services.AddSingleton<IDepartmentChannel, RoutedDepartmentChannel>();
        services.AddHostedService<RabbitMqReceipts>();

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
                // No retry and no breaker here: the queue retries with the same envelope, and a department's circuit is kept beside it, for every
                // way and every node (ADR 0024).
                .AddTimeout(TimeSpan.FromSeconds(10)));
        return services;
    }
}
