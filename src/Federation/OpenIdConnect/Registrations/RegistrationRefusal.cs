using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>A refusal as RFC 7591 section 3.2.2 writes it, and beside it every fault with its place, as the hub's other APIs tell them.</summary>
internal static class RegistrationRefusal
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [ErrorCatalogue.RedirectAddressUnsafe.Code] = "invalid_redirect_uri",
        [ErrorCatalogue.ClientMetadataInvalid.Code] = "invalid_client_metadata",
        [ErrorCatalogue.SoftwareStatementInvalid.Code] = "invalid_software_statement",
        [ErrorCatalogue.SoftwarePublisherUnknown.Code] = "unapproved_software_statement",
        [ErrorCatalogue.RegistrationTokenRefused.Code] = "invalid_token",
        [ErrorCatalogue.RegistrationAccessRefused.Code] = "invalid_token",
        [ErrorCatalogue.RegistrationsTooMany.Code] = "temporarily_unavailable",
    };

    public static IResult Of(IReadOnlyList<Error> errors, HttpContext context)
    {
        // Everything that is wrong is told at once; the first address that is unsafe names the whole.
        var first = errors.FirstOrDefault(error => error.Code == ErrorCatalogue.RedirectAddressUnsafe.Code) ?? errors[0];
        var word = Words.GetValueOrDefault(first.Code, "invalid_request");
        if (first.Descriptor.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = $"Bearer error=\"{word}\"";
        if (first.Descriptor.Status == StatusCodes.Status429TooManyRequests)
            context.Response.Headers.RetryAfter = "3600";
        return TypedResults.Json(new JsonObject
        {
            ["error"] = word,
            // RFC 6749 section 5.2 wants no quotation marks and nothing beyond ASCII in it.
            ["error_description"] = string.Concat(ProtocolRefusal.Describe(first).Select(character => character is '"' or '\\' ? '\'' : char.IsAscii(character) ? character : '?')),
            ["errors"] = new JsonArray([.. errors.Select(error => new JsonObject { ["pointer"] = error.Pointer, ["code"] = error.Code, ["detail"] = error.Detail })]),
        }, statusCode: first.Descriptor.Status);
    }
}
