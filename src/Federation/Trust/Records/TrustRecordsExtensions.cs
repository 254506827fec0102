using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Trust.Inventory;

namespace CrossBorder.Federation.Trust.Records;

internal static class TrustRecordsExtensions
{
    /// <summary>The record of what trust was used for.</summary>
    public static IServiceCollection AddTrustRecords(this IServiceCollection services)
    {
        services.AddSettings<TrustRecordOptions, TrustRecordOptionsValidator>("TrustRecords");
        services.AddSingleton<TrustRecorder>();
        services.AddScoped<ITrustRecords, TrustRecordStore>();
        services.AddScoped<ITrustUsage, TrustUsageStore>();
        // After the inventory's own: what settings and officers say of a certificate stands before what was only seen.
        services.AddScoped<IInventorySource, SeenSource>();
        return services;
    }
}
