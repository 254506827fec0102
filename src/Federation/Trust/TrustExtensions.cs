using CrossBorder.Adapters.Hsm;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Federation.Trust.Keys;

namespace CrossBorder.Federation.Trust;

internal static class TrustExtensions
{
    /// <summary>The hub's keys, its trust list and what is known of revocation.</summary>
    public static IServiceCollection AddTrust(this IServiceCollection services)
    {
        services.AddSettings<TrustOptions, TrustOptionsValidator>("Trust");
        services.AddSettings<KeyOptions, KeyOptionsValidator>("");
        services.AddSingleton<TrustListReader>();
        services.AddHsm();
        services.AddSingleton<SigningKeyReader>();
        services.AddSingleton<IHubKeys, HubKeys>();
        services.AddSingleton<TrustSnapshot>();
        services.AddSingleton<ITrustSnapshot>(provider => provider.GetRequiredService<TrustSnapshot>());
        services.AddTrustRevocation();
        services.AddScoped<IReplayGuard, ReplayStore>();
        services.AddSingleton<TrustReport>();
        services.AddHostedService<RevocationRefresh>();
        services.AddScoped<ITrustChanges, TrustChangeStore>();
        services.AddSingleton<PartnerParties>();
        services.AddScoped<OfficerTrust>();
        services.AddSingleton<TrustWatch>();
        services.AddHostedService<TrustWatchWorker>();
        services.AddInventory();
        services.AddTrustRecords();
        services.AddTrustConsequences();
        services.AddManagedKeys();
        return services;
    }

    private static void AddManagedKeys(this IServiceCollection services)
    {
        services.AddSettings<KeyRotationOptions, KeyRotationOptionsValidator>("KeyRotation");
        services.AddSingleton<KeySealer>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<ITokenKeys>(provider => provider.GetRequiredService<KeyRing>());
        services.AddSingleton<IHubSigners>(provider => provider.GetRequiredService<KeyRing>());
        services.AddSingleton<KeyHolding>();
        services.AddSingleton<EvidenceBook>();
        services.AddSingleton<KeyWatch>();
        services.AddScoped<IManagedKeyStore, ManagedKeyStore>();
        services.AddScoped<IKeyEvidence, KeyEvidenceStore>();
        services.AddScoped<KeyAdoption>();
        services.AddScoped<JudgeHubCertificate>();
        services.AddScoped<RequestCertificate>();
        services.AddScoped<OfficerKeys>();
        services.AddScoped<KeyOverview>();
        services.AddHostedService<KeyWatchWorker>();
    }
}
