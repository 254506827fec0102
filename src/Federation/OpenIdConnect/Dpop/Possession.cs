using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using CrossBorder.Federation.OpenIdConnect.MutualTls;
using CrossBorder.Verification.Outcomes;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>Whether whoever brings a token holds what the token is bound to (<c>cnf</c>, RFC 7800).</summary>
internal static class Possession
{
    /// <summary>RFC 9449 section 6.1.</summary>
    public const string KeyThumbprint = "jkt";

    /// <summary>RFC 8705 section 3.1.</summary>
    public const string CertificateThumbprint = "x5t#S256";

    /// <summary>Null where it does. CB2033: another key; CB2034: none is shown; CB2035: token and scheme don't go together.</summary>
    /// <param name="token">An access token or a refresh token whose signature holds.</param>
    /// <param name="context">The request that bears it.</param>
    /// <param name="certificate">The client certificate of the connection.</param>
    public static Error? Judge(ClaimsPrincipal token, HttpContext? context, X509Certificate2? certificate)
    {
        var isAccessToken = token.GetTokenType() == TokenTypeIdentifiers.AccessToken;
        var scheme = isAccessToken && DpopReading.TokenIn(context?.Request) is not null;
        var key = Bound(token, KeyThumbprint);
        if (isAccessToken && scheme && key is null)
            return ErrorCatalogue.DpopSchemeWrong.With("The token is bound to no key of a proof: it goes under Bearer.");
        if (isAccessToken && !scheme && key is not null)
            return ErrorCatalogue.DpopSchemeWrong.With("The token is bound to a key: it goes under DPoP, with a proof.");
        if (key is not null)
            return Compare(key, DpopReading.ThumbprintIn(context));
        return Bound(token, CertificateThumbprint) is { } bound
            ? Compare(bound, certificate is null ? null : MutualTls.CertificateThumbprint.Of(certificate))
            : null;
    }

    /// <summary>What the token is bound to under that name; null where it is not.</summary>
    public static string? Bound(ClaimsPrincipal token, string name)
    {
        if (token.GetClaim(Claims.Confirmation) is not { Length: > 0 } confirmation)
            return null;
        using var members = JsonDocument.Parse(confirmation);
        return members.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    private static Error? Compare(string bound, string? shown) => shown is null
        ? ErrorCatalogue.PossessionMissing.With("The token is bound, and the request shows neither proof nor certificate.")
        : string.Equals(bound, shown, StringComparison.Ordinal) ? null : ErrorCatalogue.PossessionOfAnother.With("The token is bound to another key.");
}
