using System.Text;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Net.Http.Headers;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>A body that is one JWS in compact form, <c>application/jose</c> (RFC 7515 section 9.2.1). CB5086, CB5087.</summary>
internal static class SignedBody
{
    private const string MediaType = "application/jose";
    private const int Largest = 65536;

    public static async Task<Outcome<string>> ReadAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
            return ErrorCatalogue.SignedMessageExpected.With($"The content type is not {MediaType}.");
        return await LimitedBody.ReadAsync(request, Largest) is { } body
            ? Encoding.ASCII.GetString(body).Trim()
            : ErrorCatalogue.SignedMessageTooLarge.With($"The body has more than {Largest} bytes.");
    }
}
