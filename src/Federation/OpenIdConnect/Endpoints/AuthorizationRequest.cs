using System.Collections.Immutable;
using System.Globalization;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.OpenIdConnect.Requests;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>What an authorization request asks of the sign-in (OpenID Connect Core section 3.1.2.1).</summary>
internal static class AuthorizationRequest
{
    // What the journey fulfils once; asked again on the way back it would never end.
    private static readonly string[] Fulfilled = [Parameters.Prompt, Parameters.MaxAge];

    // What a pushed request holds is not repeated beside its name (RFC 9126 section 4).
    private static readonly string[] Pushed = [Parameters.ClientId, Parameters.RequestUri];

    public static SignInDemand DemandOf(OpenIddictRequest request)
    {
        // What is essential goes before what is merely preferred.
        var essential = RequestedClaims.Of(request)?.AssuranceLevels;
        return new SignInDemand(essential ?? request.AcrValues, request.Prompt, request.MaxAge, AssuranceIsEssential: essential is not null);
    }

    public static string? MaximumAge(OpenIddictRequest request) => request.MaxAge?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The request as the browser brings it back after the journey.</summary>
    public static string AfterJourney(OpenIddictRequest request) => AddressOf(request, Fulfilled);

    /// <summary>The very request as an address.</summary>
    public static string Again(OpenIddictRequest request) => AddressOf(request, []);

    private static string AddressOf(OpenIddictRequest request, string[] without) => QueryHelpers.AddQueryString("/" + ProtocolPaths.Authorize, request.GetParameters()
        .Where(parameter => request.RequestUri is null ? !without.Contains(parameter.Key) : Pushed.Contains(parameter.Key))
        .SelectMany(parameter => (((ImmutableArray<string?>?)parameter.Value) ?? []).Select(value => KeyValuePair.Create(parameter.Key, value))));
}
