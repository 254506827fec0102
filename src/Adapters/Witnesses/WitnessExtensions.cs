using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Adapters.Witnesses.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Witnesses;

/// <summary>Registration of the witnesses of the audit log.</summary>
public static class WitnessExtensions
{
    /// <summary>Witnesses as section <c>Audit</c> says.</summary>
    /// <param name="services">Where they are registered.</param>
    /// <param name="resolve">Makes a folder of the settings a full path.</param>
    public static IServiceCollection AddAuditWitnesses(this IServiceCollection services, Func<IServiceProvider, string, string> resolve)
    {
        services.AddSingleton<IValidateOptions<WitnessesOptions>, WitnessesOptionsValidator>();
        services.AddOptions<WitnessesOptions>().Configure<IServiceProvider>((options, provider) =>
        {
            provider.GetRequiredService<IConfiguration>().GetSection("Audit").Bind(options);
            foreach (var witness in options.Witnesses.Where(witness => witness.Folder.Length > 0))
                witness.Folder = resolve(provider, witness.Folder);
        }).ValidateOnStart();
        services.AddPartnerClient(HttpWitness.Client);
        services.AddSingleton<IAuditWitnesses, ConfiguredWitnesses>();
        return services;
    }
}
