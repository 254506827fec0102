using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.AccountDirectory;

/// <summary>Registration of the account directory.</summary>
public static class AccountDirectoryExtensions
{
    /// <summary>The account directory as section <c>AccountDirectory</c> says. Needs IPartnerKeys and IPartnerTrust.</summary>
    public static IServiceCollection AddAccountDirectory(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccountDirectoryOptions>().Bind(configuration.GetSection("AccountDirectory")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccountDirectoryOptions>, AccountDirectoryOptionsValidator>();
        services.AddPartnerClient(HttpAccountDirectory.HttpClient);
        services.TryAddSingleton<SignedExchange>();
        services.AddSingleton<IAccountDirectory, HttpAccountDirectory>();
        return services;
    }
}
