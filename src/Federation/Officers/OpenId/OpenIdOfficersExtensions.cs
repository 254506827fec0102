using CrossBorder.Adapters.OfficerProvider;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Officers.OpenId;

internal static class OpenIdOfficersExtensions
{
    public static void AddOfficerProvider(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<OfficerWays>();
        services.AddScoped<JudgeArrival>();
        services.AddScoped<SignInByProvider>();
        services.AddScoped<TieOfficer>();
        services.AddScoped<ConfirmStep>();
        services.AddScoped<ProveAtProvider>();
        services.AddScoped<IOfficerSteps, OfficerStepStore>();
        services.AddScoped<IOfficerArrivals, OfficerArrivals>();
        services.AddAuthentication().AddOfficerProvider(configuration.GetSection("Officers:OpenId"), OfficerScheme.Name);
    }
}
