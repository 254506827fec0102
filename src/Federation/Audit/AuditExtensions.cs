using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Audit;

internal static class AuditExtensions
{
    public static void AddAudit(this IServiceCollection services) => services.AddScoped<IAuditLog, AuditLog>();
}
