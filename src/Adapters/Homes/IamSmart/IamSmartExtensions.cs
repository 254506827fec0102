using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>Registration of iAM Smart.</summary>
public static class IamSmartExtensions
{
    /// <summary>The scheme by which residents sign in with iAM Smart, and <see cref="IHomeDisclosures"/>. Needs IHomeFailures and IUsedNonces.</summary>
    /// <param name="builder">Where the scheme is added.</param>
    /// <param name="scheme">Its name.</param>
    /// <param name="signInScheme">Where the grant is handed over.</param>
    /// <param name="resolve">Makes a file of the settings a full path.</param>
    public static AuthenticationBuilder AddIamSmart(
        this AuthenticationBuilder builder, string scheme, string signInScheme, Func<IServiceProvider, string, string> resolve)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<IamSmartOptions>, IamSmartOptionsValidator>();
        services.AddOptions<IamSmartOptions>().Configure<IServiceProvider>((options, provider) =>
        {
            provider.GetRequiredService<IConfiguration>().GetSection("IamSmart").Bind(options);
            options.ClientSecretFile = Resolved(options.ClientSecretFile);
            options.KeyEncryptionKeyFile = Resolved(options.KeyEncryptionKeyFile);

            string Resolved(string file) => file.Length == 0 ? file : resolve(provider, file);
        }).ValidateOnStart();

        services.AddPartnerClient(IamSmartWire.Client).AddHttpMessageHandler<SignEachAttempt>();
        services.AddTransient<SignEachAttempt>();
        services.AddSingleton<IamSmartSecrets>();
        services.AddSingleton<KeyUnwrapping>();
        services.AddSingleton<IamSmartWire>();
        services.AddSingleton<ContentKeys>();
        services.AddSingleton<IamSmartApi>();
        services.AddScoped<CallbackReader>();
        services.AddScoped<IHomeDisclosures, IamSmartDisclosures>();
        services.AddScoped<IHomeSignatures, IamSmartSignatures>();

        builder.AddRemoteScheme<IamSmartSchemeOptions, IamSmartHandler>(scheme, "iAM Smart", options =>
        {
            options.CallbackPath = "/iamsmart/signed-in";
            options.SignInScheme = signInScheme;
            options.Events = new IamSmartEvents();
            options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.HttpOnly = true;
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddOptions<IamSmartSchemeOptions>(scheme).Configure<TimeProvider, IDataProtectionProvider>((options, clock, protection) =>
        {
            options.TimeProvider = clock;
            options.DataProtectionProvider = protection;
            options.StateFormat = new PropertiesDataFormat(protection.CreateProtector("iam-smart state", scheme));
        });
        return builder;
    }
}
