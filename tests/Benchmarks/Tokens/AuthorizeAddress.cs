using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>The address of a request for a code.</summary>
internal static class AuthorizeAddress
{
    public static string NewVerifier() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static Uri For(MeasuredClient client, Uri authorize, string verifier) => new(QueryHelpers.AddQueryString(authorize.AbsoluteUri, new Dictionary<string, string?>
    {
        ["client_id"] = client.Id,
        ["redirect_uri"] = MeasuredClient.Callback,
        ["response_type"] = "code",
        ["scope"] = client.Scope,
        ["state"] = "measured",
        ["nonce"] = NewVerifier(),
        ["login_hint"] = TokenServer.Resident,
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
        ["code_challenge_method"] = "S256",
    }));
}
