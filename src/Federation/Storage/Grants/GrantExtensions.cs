using CrossBorder.Federation.OpenIdConnect.Tokens;
using OpenIddict.EntityFrameworkCore.Models;

namespace CrossBorder.Federation.Storage.Grants;

internal static class GrantExtensions
{
    /// <summary>The hub's stores in place of OpenIddict's, and none of its memory of entities, which would be a second one.</summary>
    public static void UseGrantStores(this OpenIddictCoreBuilder core)
    {
        core.Services.AddSingleton<KeptClients>();
        core.Services.AddSingleton<GrantsUnderWay>();
        core.Services.AddScoped<GrantWrites>();
        core.Services.AddScoped<IGrantWrites>(static services => services.GetRequiredService<GrantWrites>());
        core.UseEntityFrameworkCore().UseDbContext<HubDbContext>();
        core.ReplaceApplicationStore<OpenIddictEntityFrameworkCoreApplication, ClientStore>();
        core.ReplaceAuthorizationStore<OpenIddictEntityFrameworkCoreAuthorization, AuthorizationStore>();
        core.ReplaceTokenStore<OpenIddictEntityFrameworkCoreToken, TokenStore>();
        core.DisableEntityCaching();
    }
}
