using CrossBorder.Adapters.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Scanning;

/// <summary>Registration of the scanner of uploads.</summary>
public static class ScanningExtensions
{
    /// <summary>The scanner that section <c>MaterialScanner</c> names.</summary>
    public static IServiceCollection AddMaterialScanner(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<MaterialScannerOptions>, MaterialScannerOptionsValidator>();
        services.AddOptions<MaterialScannerOptions>().Bind(configuration.GetSection("MaterialScanner")).ValidateOnStart();
        services.AddSingleton<ClamdScanner>();
        services.AddSingleton<IMaterialScanner>(static provider => provider.GetRequiredService<IOptions<MaterialScannerOptions>>().Value.Address.Length > 0
            ? provider.GetRequiredService<ClamdScanner>()
            : new NoScanner());
        return services;
    }
}
