using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Federation.Officers.Passkeys;
using CrossBorder.Federation.Storage.Stores;
using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers;

internal static class OfficersExtensions
{
    public static void AddOfficers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<OfficersOptions, OfficersOptionsValidator>("Officers");
        services.AddSingleton<IPasswordHasher<Officer>, PasswordHasher<Officer>>();
        services.AddIdentityCore<Officer>(options =>
        {
            // Length is what counts (NIST SP 800-63B section 5.1.1.2); kinds of characters only make passwords harder to keep in mind.
            options.Password.RequiredLength = 12;
            options.Password.RequiredUniqueChars = 5;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-";
        });
        services.AddScoped<IUserStore<Officer>, OfficerUsers>();
        services.AddScoped<IOfficers, OfficerStore>();
        services.AddScoped<IOfficerInvitations, InvitationStore>();
        services.AddScoped<CreateOfficer>();
        services.AddScoped<InviteOfficer>();
        services.AddScoped<JoinOfficer>();
        services.AddScoped<BeginOfficerSession>();
        services.AddScoped<OfficerLocks>();
        services.AddScoped<NetworkPause>();
        services.AddScoped<RefusedSignIns>();
        services.AddScoped<IRefusalCounts, RefusalCountStore>();
        services.AddScoped<OfficerEntrance>();
        services.AddSingleton<KnownDevice>();
        services.AddScoped<OfficerLife>();
        services.AddScoped<VoidInvitation>();
        services.AddScoped<OfficerVerbs>();
        services.AddOfficerPasskeys();
        services.AddOfficerProvider(configuration);
        services.AddScoped<SignInOfficer>();
        services.AddScoped<SignOutOfficer>();
        services.AddScoped<StepUpOfficer>();
        services.AddScoped<CommandOfficer>();
        services.AddSingleton<OfficerDecoy>();
        services.AddHostedService<DevelopmentOfficers>();
        services.AddAuthentication().AddCookie(OfficerScheme.Name, OfficerCookie.Configure);
    }
}
