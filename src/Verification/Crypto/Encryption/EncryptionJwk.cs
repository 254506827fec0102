using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto.Keys;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>Writes JSON Web Keys of encryption keys.</summary>
internal static class EncryptionJwk
{
    public static string Write(
        PublicNumbers numbers, string keyId, KeyManagementAlgorithm algorithm, IReadOnlyList<(string Name, byte[] Number)>? privateNumbers = null)
    {
        var jwk = JsonNode.Parse(numbers.CanonicalJwk)!.AsObject();
        foreach (var (name, number) in privateNumbers ?? [])
            jwk[name] = Base64Url.Encode(number);
        jwk["kid"] = keyId;
        jwk["use"] = "enc";
        jwk["alg"] = algorithm.Name;
        return jwk.ToJsonString();
    }
}
