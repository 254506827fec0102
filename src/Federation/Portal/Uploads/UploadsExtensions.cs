using CrossBorder.Federation.Portal.Pages.Apply;
using CrossBorder.Federation.Portal.Pages.Cases;

namespace CrossBorder.Federation.Portal.Uploads;

internal static class UploadsExtensions
{
    /// <summary>Pages whose forms bring files.</summary>
    public static IServiceCollection AddPageUploads(this IServiceCollection services)
    {
        services.AddScoped<FormIntake>();
        services.AddScoped<ApplyFiles>();
        services.AddScoped<HandInFiles>();
        return services;
    }
}
