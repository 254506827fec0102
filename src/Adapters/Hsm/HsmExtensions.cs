using CrossBorder.Adapters.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Adapters.Hsm;

/// <summary>Registration of keys in hardware modules.</summary>
public static class HsmExtensions
{
    /// <summary>Keys over PKCS#11. No module is loaded before a key of it is asked for.</summary>
    public static IServiceCollection AddHsm(this IServiceCollection services) =>
        services.AddSingleton<IHardwareKeys, Pkcs11Keys>();
}
