using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>
/// Nonces of the hub for proofs (RFC 9449 section 8). Nothing is stored: each is a MAC over its span of time with a key that all nodes share,
/// so that any of them knows the nonces of every other.
/// </summary>
internal sealed class DpopNonces(IOptions<KeyOptions> options, SettingsPaths paths, TimeProvider clock)
{
    /// <summary>A nonce is taken for one to two of them.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(3);

    private const int KeyLength = 32;
    private const int Length = 16;

    private readonly Lazy<byte[]> key = new(() => HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        SecretFile.Read("TokenEncryptionKeyFile", options.Value.TokenEncryptionKeyFile, paths, KeyLength).Value.Bytes,
        KeyLength,
        info: "nonces of DPoP proofs"u8.ToArray()));

    /// <summary>The nonce to give out now.</summary>
    public string Current => Of(Slot);

    private long Slot => clock.GetUtcNow().UtcTicks / Span.Ticks;

    /// <summary>Whether it is one of this hub that is not too old.</summary>
    public bool Takes(string nonce) => IsThat(nonce, Of(Slot)) || IsThat(nonce, Of(Slot - 1));

    private static bool IsThat(string nonce, string ours) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(ours));

    private string Of(long slot)
    {
        var number = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, slot);
        return Base64Url.EncodeToString(HMACSHA256.HashData(key.Value, number).AsSpan(0, Length));
    }
}
