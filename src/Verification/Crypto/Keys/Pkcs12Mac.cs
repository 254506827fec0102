using System.Formats.Asn1;
using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Macs;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>The integrity check of a PKCS#12 file (RFC 7292 appendix B), by which a wrong password is known too.</summary>
internal static class Pkcs12Mac
{
    /// <exception cref="AsnContentException">It is malformed.</exception>
    public static Error? Violation(AsnReader macData, byte[] safe, ReadOnlySpan<char> password)
    {
        var info = macData.ReadSequence();
        var algorithm = info.ReadSequence().ReadObjectIdentifier();
        var expected = info.ReadOctetString();
        var salt = macData.ReadOctetString();
        var iterations = 1;
        if (macData.HasData && !macData.TryReadInt32(out iterations))
            iterations = int.MaxValue;

        if (DigestOf(algorithm) is not { } digest)
            return Pkcs12Reading.Weak(algorithm == "1.3.14.3.2.26" ? "is checked with SHA-1; SHA-256 or SM3 is taken" : $"is checked with a hash that is not taken ({algorithm})");
        if (iterations is < 1 or > KeyEncryption.MaximumIterations)
            return Pkcs12Reading.Weak($"wants more iterations than {KeyEncryption.MaximumIterations}");

        var octets = PbeParametersGenerator.Pkcs12PasswordToBytes(password.ToArray());
        var generator = new Pkcs12ParametersGenerator(digest);
        generator.Init(octets, salt, iterations);
        var mac = new HMac(DigestOf(algorithm)!);
        mac.Init(generator.GenerateDerivedMacParameters(digest.GetDigestSize() * 8));
        CryptographicOperations.ZeroMemory(octets);
        mac.BlockUpdate(safe, 0, safe.Length);
        var computed = new byte[mac.GetMacSize()];
        mac.DoFinal(computed, 0);
        return CryptographicOperations.FixedTimeEquals(computed, expected)
            ? null
            : ErrorCatalogue.KeyNotDecrypted.With("The PKCS#12 file does not open with this password, or was changed.");
    }

    private static IDigest? DigestOf(string oid) => oid switch
    {
        "2.16.840.1.101.3.4.2.1" => new Sha256Digest(),
        "2.16.840.1.101.3.4.2.2" => new Sha384Digest(),
        "2.16.840.1.101.3.4.2.3" => new Sha512Digest(),
        "1.2.156.10197.1.401" => new SM3Digest(),
        _ => null,
    };
}
