using System.Text;
using System.Text.Json;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>Writes JSON Web Keys.</summary>
internal static class JwkWriter
{
    public static string Write(
        PublicNumbers numbers,
        string keyId,
        SignatureAlgorithm? algorithm,
        IReadOnlyList<Certificate>? chain,
        IReadOnlyList<(string Name, byte[] Number)>? privateNumbers = null,
        string? curveName = null)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            using (var members = JsonDocument.Parse(numbers.CanonicalJwk))
            {
                foreach (var member in members.RootElement.EnumerateObject())
                {
                    if (curveName is not null && member.NameEquals("crv"))
                        json.WriteString("crv", curveName);
                    else
                        member.WriteTo(json);
                }
            }

            foreach (var (name, number) in privateNumbers ?? [])
                json.WriteString(name, Base64Url.Encode(number));

            json.WriteString("kid", keyId);
            json.WriteString("use", "sig");
            if (algorithm is not null)
                json.WriteString("alg", algorithm.Name);

            if (chain is { Count: > 0 })
            {
                json.WriteStartArray("x5c");
                foreach (var certificate in chain)
                    json.WriteBase64StringValue(certificate.Der.Span);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
