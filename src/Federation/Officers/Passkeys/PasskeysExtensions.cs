using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Officers.Passkeys;

internal static class PasskeysExtensions
{
    public static void AddOfficerPasskeys(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeySettings>();
        services.AddScoped<IPasskeyHandler<Officer>, PasskeyHandler<Officer>>();
        services.AddScoped<PasskeyTickets>();
        services.AddScoped<OfficerPasskeys>();
        services.AddScoped<SignInByPasskey>();
        services.AddScoped<KeepPasskeys>();
    }
}
