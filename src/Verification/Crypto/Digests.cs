using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace CrossBorder.Verification.Crypto;

/// <summary>Digests as the messages of this product write them: the name of the hash, a colon, lower-case hex.</summary>
public static class Digests
{
    /// <summary><c>sha256:</c> and the hash.</summary>
    public static string Sha256(ReadOnlySpan<byte> data) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(data));

    /// <summary><c>sm3:</c> and the hash (GB/T 32905).</summary>
    public static string Sm3(ReadOnlySpan<byte> data) => "sm3:" + Convert.ToHexStringLower(Sm3Bytes(data));

    /// <summary>The SM3 hash, 32 bytes.</summary>
    public static byte[] Sm3Bytes(ReadOnlySpan<byte> data)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(data);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash);
        return hash;
    }

    /// <summary>The plain hash that goes with a signature algorithm, which <c>at_hash</c> and <c>c_hash</c> are cut from.</summary>
    public static byte[] Of(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        return algorithm.Kind == KeyKind.Sm2 ? Sm3Bytes(data) : CryptographicOperations.HashData(algorithm.HashName, data);
    }

    /// <summary>HMAC (RFC 2104) with SM3.</summary>
    public static byte[] HmacSm3(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        var mac = new HMac(new SM3Digest());
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(data);
        var result = new byte[mac.GetMacSize()];
        mac.DoFinal(result);
        return result;
    }

    /// <summary>True where <paramref name="digest"/>, under either hash, is that of <paramref name="data"/>.</summary>
    public static bool Matches(string? digest, ReadOnlySpan<byte> data) => digest switch
    {
        not null when digest.StartsWith("sha256:", StringComparison.Ordinal) => string.Equals(digest, Sha256(data), StringComparison.Ordinal),
        not null when digest.StartsWith("sm3:", StringComparison.Ordinal) => string.Equals(digest, Sm3(data), StringComparison.Ordinal),
        _ => false,
    };
}
