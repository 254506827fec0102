using CrossBorder.Federation.Trust.Import;

namespace CrossBorder.Federation.Trust.Inventory;

internal static class InventoryExtensions
{
    /// <summary>The inventory. A feature that knows further certificates adds its own <see cref="IInventorySource"/>.</summary>
    public static IServiceCollection AddInventory(this IServiceCollection services)
    {
        services.AddSingleton<PartnerUses>();
        services.AddScoped<IInventorySource, SettingsSource>();
        services.AddScoped<IInventorySource, OfficersSource>();
        services.AddScoped<IInventorySource, HubKeySource>();
        services.AddScoped<IInventorySource, ClientKeySource>();
        services.AddScoped<TrustInventory>();
        services.AddScoped<PreviewCertificate>();
        services.AddScoped<PreviewChange>();
        services.AddScoped<FindGiven>();
        return services;
    }
}
