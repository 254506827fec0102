using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>Makes JSON Web Encryptions (RFC 7516). They are read by <see cref="EncryptedContent"/> alone.</summary>
public static class Jwe
{
    /// <summary>
    /// Encrypts <paramref name="payload"/> for one recipient: compact serialization, with a new content key and a new initialization vector
    /// each time. Anybody can encrypt; who did is shown by a signature inside alone, see <see cref="SignedThenEncrypted"/>.
    /// </summary>
    /// <exception cref="ArgumentException">A party's info is too long, or given for a key that does not agree (ECDH-ES).</exception>
    public static string Encrypt(RecipientKey recipient, EncryptionSettings settings, ReadOnlySpan<byte> payload)
    {
        RequireParties(recipient, settings);
        var key = OutgoingKey.For(recipient, settings);
        try
        {
            var header = Base64Url.Encode(Header(recipient, settings, key.Ephemeral));
            var content = settings.Encryption.Seal(key.ContentKey, payload, Encoding.ASCII.GetBytes(header));
            return JweParts.Write(header, key.Encrypted, content, settings.Encryption.VectorLength);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key.ContentKey);
        }
    }

    private static byte[] Header(RecipientKey recipient, EncryptionSettings settings, ECPoint? ephemeral)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("alg", recipient.Algorithm.Name);
            json.WriteString("enc", settings.Encryption.Name);
            json.WriteString("kid", recipient.KeyId);
            if (settings.Type is not null)
                json.WriteString("typ", settings.Type);
            if (settings.ContentType is not null)
                json.WriteString("cty", settings.ContentType);
            if (ephemeral is { } point)
                WriteAgreement(json, settings, point);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteAgreement(Utf8JsonWriter json, EncryptionSettings settings, ECPoint point)
    {
        json.WriteStartObject("epk");
        json.WriteString("kty", "EC");
        json.WriteString("crv", "P-256");
        json.WriteString("x", Base64Url.Encode(point.X));
        json.WriteString("y", Base64Url.Encode(point.Y));
        json.WriteEndObject();
        if (!settings.PartyU.IsEmpty)
            json.WriteString("apu", Base64Url.Encode(settings.PartyU.Span));
        if (!settings.PartyV.IsEmpty)
            json.WriteString("apv", Base64Url.Encode(settings.PartyV.Span));
    }

    private static void RequireParties(RecipientKey recipient, EncryptionSettings settings)
    {
        var longest = recipient.Algorithm.Agrees ? JweHeader.LongestParty : 0;
        if (settings.PartyU.Length > longest || settings.PartyV.Length > longest)
            throw new ArgumentException($"{recipient.Algorithm} takes at most {longest} bytes of a party's info.", nameof(settings));
    }
}
