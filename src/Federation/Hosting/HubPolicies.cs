using Microsoft.AspNetCore.Authorization;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.Hosting;

/// <summary>Authorization policies of the APIs: one for each scope.</summary>
internal static class HubPolicies
{
    public const string Applications = "scope:" + HubScopes.Applications;
    public const string IdentityVerify = "scope:" + HubScopes.IdentityVerify;
    public const string ApplicationsPickup = "scope:" + HubScopes.ApplicationsPickup;

    public const string SharedSignals = "scope:" + HubScopes.SharedSignals;

    /// <summary>Either scope of shared signals.</summary>
    public const string SharedSignalsRead = "signals.readers";

    public static AuthorizationBuilder AddSignalReaders(this AuthorizationBuilder builder) =>
        builder.AddPolicy(SharedSignalsRead, policy => policy
            .AddAuthenticationSchemes(HubSchemes.Bearer)
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.User.HasScope(HubScopes.SharedSignals) || context.User.HasScope(HubScopes.SharedSignalsRead)));

    public static AuthorizationBuilder AddScope(this AuthorizationBuilder builder, string scope) =>
        builder.AddPolicy("scope:" + scope, policy => policy
            .AddAuthenticationSchemes(HubSchemes.Bearer)
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.User.HasScope(scope)));
}
