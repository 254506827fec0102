using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Interop.Tests.Recipes;

/// <summary>The .NET recipe of the document, compiled. Each body is the block of the document, to the letter.</summary>
internal static class DotNetRecipe
{
    public static string Verify(string token, string jwks)
    {
        var keys = JsonDocument.Parse(jwks).RootElement.GetProperty("keys").EnumerateArray()
            .Select(jwk => VerificationKey.FromJwk(jwk.GetRawText()))
            .Where(key => key.Succeeded).Select(key => key.Value).ToList();
        var outcome = SignedContent.Verify(token, new SignedContentPolicy
        {
            Type = "JWT", Algorithms = ["SGD_SM3_SM2"], RegisteredKeys = keys,
        });
        return outcome.Succeeded ? Encoding.UTF8.GetString(outcome.Value.Payload.Span) : outcome.Error.ToString();
    }
}
