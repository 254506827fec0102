using CrossBorder.Federation.Portal;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Hosting;

/// <summary>
/// An authorization response on its way back in the mode that the relying party asked for (OAuth 2.0 Multiple Response Type Encoding
/// Practices section 2.1, OAuth 2.0 Form Post Response Mode). One that asked for nothing, or for what we don't offer, gets it in the query.
/// </summary>
/// <param name="RedirectUri">Already found to be the client's own.</param>
/// <param name="Mode"><c>response_mode</c>; null where the client named none.</param>
internal sealed record AuthorizationAnswer(string RedirectUri, string? Mode, IReadOnlyList<KeyValuePair<string, string?>> Parameters)
{
    private const string FormPost = "form_post";
    private const string Fragment = "fragment";

    /// <summary>A response without a code (RFC 6749 section 4.1.2.1), from this issuer (RFC 9207).</summary>
    /// <param name="description">Null where there is nothing to say beyond the error.</param>
    /// <param name="state">Null where the client sent none.</param>
    public static AuthorizationAnswer Refusal(
        string redirectUri, string? mode, string issuer, string error, string? description, string? state) => new(redirectUri, mode,
    [
        .. new KeyValuePair<string, string?>[]
        {
            new("error", error), new("error_description", description), new("state", state), new("iss", issuer),
        }.Where(parameter => parameter.Value is not null),
    ]);

    public IResult ToResult() => Mode == FormPost
        ? new FormPostPage(RedirectUri, Parameters)
        : TypedResults.Redirect(Mode == Fragment ? RedirectUri + "#" + QueryHelpers.AddQueryString("", Parameters)[1..] : QueryHelpers.AddQueryString(RedirectUri, Parameters));
}
