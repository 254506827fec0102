using System.Text;
using System.Text.Json;

namespace CrossBorder.Verification.Crypto;

/// <summary>Makes JSON Web Signatures (RFC 7515). They are read by <see cref="SignedContent"/> alone.</summary>
public static class Jws
{
    /// <summary>
    /// Signs <paramref name="payload"/>: compact serialization, with <c>alg</c>, <c>typ</c>, <c>kid</c>, and <c>x5c</c> where the key has certificates.
    /// </summary>
    public static string Sign(ISigningKey key, string typ, ReadOnlySpan<byte> payload)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(typ);
        var signingInput = $"{Base64Url.Encode(Header(key, typ))}.{Base64Url.Encode(payload)}";
        var signature = key.Sign(Encoding.ASCII.GetBytes(signingInput));
        return $"{signingInput}.{Base64Url.Encode(signature)}";
    }

    private static byte[] Header(ISigningKey key, string typ)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("alg", key.Algorithm.Name);
            json.WriteString("typ", typ);
            json.WriteString("kid", key.KeyId);
            if (key.Chain.Count > 0)
            {
                json.WriteStartArray("x5c");
                foreach (var certificate in key.Chain)
                    json.WriteBase64StringValue(certificate.Der.Span);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
