using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// A message under a MAC that both sides could have made: JWS compact serialization with <c>SGD_SM3_HMAC</c> (GM/T 0125). It proves nothing
/// to anybody else, so it is another type than <see cref="SignedContent"/>, which takes no MAC, as this one takes no signature.
/// </summary>
public sealed class MacContent
{
    private const int MaximumLength = 65536;

    private MacContent(string compact, string keyId, byte[] payload)
    {
        Compact = compact;
        KeyId = keyId;
        Payload = payload;
    }

    /// <summary>The message as it came.</summary>
    public string Compact { get; }

    /// <summary>The id of the secret that the MAC holds under.</summary>
    public string KeyId { get; }

    /// <summary>The bytes under the MAC.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>Makes a message with <c>alg</c>, <c>typ</c> and <c>kid</c>.</summary>
    public static string Protect(MacKey key, string typ, ReadOnlySpan<byte> payload)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(typ);
        var header = JsonSerializer.SerializeToUtf8Bytes(new { alg = AlgorithmCatalogue.Sm3Hmac, typ, kid = key.KeyId });
        var input = $"{Base64Url.Encode(header)}.{Base64Url.Encode(payload)}";
        return $"{input}.{Base64Url.Encode(key.CodeOf(Encoding.ASCII.GetBytes(input)))}";
    }

    /// <summary>Verifies a message; the secret is found by <c>kid</c>. Refusals: CB3001 to CB3006, and CB3008 for certificates in it.</summary>
    /// <param name="compact">The message, of at most 65536 characters.</param>
    /// <param name="typ">The header <c>typ</c> that it must carry.</param>
    /// <param name="keys">The secrets shared with the sender.</param>
    public static Outcome<MacContent> Verify(string compact, string typ, IReadOnlyCollection<MacKey> keys)
    {
        if (compact.Length > MaximumLength)
            return ErrorCatalogue.SignedContentTooLarge.With($"The message has {compact.Length} characters; at most {MaximumLength} are taken.");

        var parts = compact.Split('.', 4);
        if (parts.Length != 3
            || !Base64Url.TryDecode(parts[0], out var headerBytes)
            || !Base64Url.TryDecode(parts[1], out var payload)
            || !Base64Url.TryDecode(parts[2], out var code))
        {
            return ErrorCatalogue.SignedContentMalformed.With("The message is not three parts of base64url joined by dots.");
        }

        return JwsHeader.Parse(headerBytes).Then(header => KeyFor(header, typ, keys).Then(key =>
            CryptographicOperations.FixedTimeEquals(key.CodeOf(Encoding.ASCII.GetBytes(compact, 0, parts[0].Length + 1 + parts[1].Length)), code)
                ? new MacContent(compact, key.KeyId, payload)
                : (Outcome<MacContent>)ErrorCatalogue.SignatureInvalid.With("The message authentication code does not hold.")));
    }

    private static Outcome<MacKey> KeyFor(JwsHeader header, string typ, IReadOnlyCollection<MacKey> keys)
    {
        if (!string.Equals(header.Algorithm, AlgorithmCatalogue.Sm3Hmac, StringComparison.Ordinal))
            return ErrorCatalogue.AlgorithmNotAllowed.With($"Taken here: {AlgorithmCatalogue.Sm3Hmac}.");
        if (!SignedContent.IsType(header.Type, typ))
            return ErrorCatalogue.ContentTypeWrong.With($"A message of type '{typ}' is wanted here.");
        if (header.Chain.Count > 0)
            return ErrorCatalogue.SignedContentMalformed.With("A message under a MAC carries no certificates.");

        return keys.FirstOrDefault(key => string.Equals(key.KeyId, header.KeyId, StringComparison.Ordinal)) is { } found
            ? found
            : ErrorCatalogue.SigningKeyUnknown.With("No secret of that 'kid' is shared with the sender.");
    }
}
