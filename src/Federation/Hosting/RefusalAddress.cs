using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Hosting;

/// <summary>An authorization response without a code (RFC 6749 section 4.1.2.1), from this issuer (RFC 9207).</summary>
internal static class RefusalAddress
{
    /// <param name="redirectUri">Already found to be the client's own.</param>
    /// <param name="description">Null where there is nothing to say beyond the error.</param>
    /// <param name="state">Null where the client sent none.</param>
    public static string Of(string redirectUri, string issuer, string error, string? description, string? state) =>
        QueryHelpers.AddQueryString(redirectUri, new Dictionary<string, string?>
        {
            ["error"] = error,
            ["error_description"] = description,
            ["state"] = state,
            ["iss"] = issuer,
        }.Where(parameter => parameter.Value is not null));
}
