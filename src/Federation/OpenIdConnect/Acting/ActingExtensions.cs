using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace CrossBorder.Federation.OpenIdConnect.Acting;

internal static class ActingExtensions
{
    private const int JustAfterTheSession = 600;

    /// <summary>Sign-ins and tokens of somebody who acts for another.</summary>
    public static void AddActing(this IServiceCollection services)
    {
        services.AddSingleton<ActingChoice>();
        services.AddScoped<ActingPrincipal>();
        services.AddScoped<SignInFor>();
    }

    public static void AddActing(this OpenIddictServerBuilder server)
    {
        server.AddEventHandler<HandleIntrospectionRequestContext>(handler => handler.UseScopedHandler<RequireLiveMandate>()
            .SetOrder(Introspection.AttachPrincipal.Descriptor.Order + JustAfterTheSession));
        server.AddEventHandler<HandleIntrospectionRequestContext>(handler => handler.UseSingletonHandler<TellOfMandate>()
            .SetOrder(Introspection.AttachApplicationClaims.Descriptor.Order + JustAfterTheSession));
    }
}
