using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto.Joint;

namespace CrossBorder.Verification.Crypto;

/// <summary>Makes JSON Web Signatures (RFC 7515). They are read by <see cref="SignedContent"/> and <see cref="JointlySignedContent"/> alone.</summary>
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

    /// <summary>
    /// Signs the same bytes with several keys: general JSON serialization (RFC 7515 section 7.2.1), the signatures in the order of the keys.
    /// Nothing stands in an unprotected header. Read by <see cref="JointlySignedContent"/>.
    /// </summary>
    /// <exception cref="ArgumentException">There is no key, or one of them twice.</exception>
    public static string SignJson(IReadOnlyList<ISigningKey> keys, string typ, ReadOnlySpan<byte> payload)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(typ);
        if (keys.Count == 0 || keys.DistinctBy(key => key.PublicKey.Thumbprint).Count() != keys.Count)
            throw new ArgumentException("Each of at least one key signs once.", nameof(keys));

        return JointMessageWriter.Write([.. keys.Select(key => (key, Header(key, typ)))], payload, flattened: false);
    }

    /// <summary>Signs with one key: flattened JSON serialization (RFC 7515 section 7.2.2). Read by <see cref="JointlySignedContent"/>.</summary>
    public static string SignFlattenedJson(ISigningKey key, string typ, ReadOnlySpan<byte> payload)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(typ);
        return JointMessageWriter.Write([(key, Header(key, typ))], payload, flattened: true);
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
