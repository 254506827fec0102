using System.Collections.Immutable;
using System.Globalization;
using CrossBorder.Federation.Accounts;
using CrossBorder.Verification.Identity;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>What an authorization request asks of the sign-in (OpenID Connect Core section 3.1.2.1).</summary>
internal static class AuthorizationRequest
{
    // What the journey fulfils once; asked again on the way back it would never end.
    private static readonly string[] Fulfilled = [Parameters.Prompt, Parameters.MaxAge];

    public static bool IsAnsweredBy(VerifiedSession session, OpenIddictRequest request, DateTimeOffset now) =>
        session.Assurance >= RequiredAssurance(request)
        && !request.HasPromptValue(PromptValues.Login)
        && !request.HasPromptValue(PromptValues.SelectAccount)
        && (request.MaxAge is not { } seconds || now - session.AuthenticatedAt <= TimeSpan.FromSeconds(seconds));

    public static string? MaximumAge(OpenIddictRequest request) => request.MaxAge?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The request as the browser brings it back after the journey.</summary>
    public static string AfterJourney(OpenIddictRequest request) => QueryHelpers.AddQueryString("/" + ProtocolPaths.Authorize, request.GetParameters()
        .Where(parameter => !Fulfilled.Contains(parameter.Key))
        .SelectMany(parameter => (((ImmutableArray<string?>?)parameter.Value) ?? []).Select(value => KeyValuePair.Create(parameter.Key, value))));

    /// <summary>The lowest of the levels that the relying party accepts; low where it names none that we know.</summary>
    private static AssuranceLevel RequiredAssurance(OpenIddictRequest request)
    {
        var known = request.GetAcrValues().Select(AssuranceLevels.ParseUrn).Where(level => level.Succeeded).Select(level => level.Value).ToList();
        return known.Count == 0 ? AssuranceLevel.Low : known.Min();
    }
}
