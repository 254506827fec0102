using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Delegation;

internal static class DelegationExtensions
{
    /// <summary>Residents and enterprises let others act for them.</summary>
    public static IServiceCollection AddDelegation(this IServiceCollection services)
    {
        services.AddSettings<DelegationOptions, DelegationOptionsValidator>("Delegation");
        services.AddSettings<DelegationClientsOptions, DelegationClientsOptionsValidator>("");
        services.AddScoped<IMandates, MandateStore>();
        services.AddScoped<MandateNotice>();
        services.AddScoped<Enterprises>();
        services.AddScoped<ParentProof>();
        services.AddScoped<WeighWish>();
        services.AddScoped<OfferMandate>();
        services.AddScoped<AcceptMandate>();
        services.AddScoped<EndMandate>();
        services.AddScoped<ConfirmMandate>();
        services.AddScoped<LookAtMandate>();
        services.AddScoped<Representations>();
        services.AddSingleton<CodeTries>();
        services.AddSingleton<MandateWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<MandateWorker>());
        return services;
    }
}
