using CrossBorder.Adapters.Signing;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Applications.Signing;

internal static class SigningExtensions
{
    public static IServiceCollection AddSigning(this IServiceCollection services)
    {
        services.AddSigningServices();
        services.AddSingleton<ResidentSignatureJudge>();
        services.AddSingleton<Confirmations>();
        services.AddScoped<IApplicationSignings, ApplicationSignings>();
        services.AddScoped<SignedApplications>();
        services.AddScoped<SignApplication>();
        services.AddScoped<FileSigned>();
        services.AddHostedService<SigningWorker>();
        return services;
    }
}
