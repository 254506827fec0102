using System.Text;
using System.Text.Json;

namespace CrossBorder.Verification.Crypto.Joint;

/// <summary>Writes the JSON serialization of a JWS.</summary>
internal static class JointMessageWriter
{
    public static string Write(IReadOnlyList<(ISigningKey Key, byte[] Header)> signers, ReadOnlySpan<byte> payload, bool flattened)
    {
        var encoded = Base64Url.Encode(payload);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("payload", encoded);
            if (!flattened)
                json.WriteStartArray("signatures");

            foreach (var (key, header) in signers)
            {
                var protectedHeader = Base64Url.Encode(header);
                if (!flattened)
                    json.WriteStartObject();
                json.WriteString("protected", protectedHeader);
                json.WriteString("signature", Base64Url.Encode(key.Sign(Encoding.ASCII.GetBytes($"{protectedHeader}.{encoded}"))));
                if (!flattened)
                    json.WriteEndObject();
            }

            if (!flattened)
                json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
