using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>A key from a password (RFC 8018 section 5.2), with HMAC-SHA-256 or HMAC-SM3.</summary>
internal static class Pbkdf2
{
    public static SecretBytes Derive(ReadOnlySpan<char> password, byte[] salt, int iterations, string prf, int length)
    {
        using var octets = new SecretBytes(Encoding.UTF8.GetByteCount(password));
        Encoding.UTF8.GetBytes(password, octets.Span);
        var key = new SecretBytes(length);
        if (prf != GMObjectIdentifiers.hmac_sm3.Id)
        {
            Rfc2898DeriveBytes.Pbkdf2(octets.Span, salt, key.Span, iterations, HashAlgorithmName.SHA256);
            return key;
        }

        var generator = new Pkcs5S2ParametersGenerator(new SM3Digest());
        generator.Init(octets.Array, salt, iterations);
        var derived = ((KeyParameter)generator.GenerateDerivedMacParameters(length * 8)).GetKey();
        derived.CopyTo(key.Span);
        CryptographicOperations.ZeroMemory(derived);
        return key;
    }
}
