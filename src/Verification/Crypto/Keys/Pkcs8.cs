using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.EdEC;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.Sec;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>Private keys in PKCS#8 (RFC 5958).</summary>
internal static class Pkcs8
{
    public const string Label = "PRIVATE KEY";

    public static Outcome<PrivateNumbers> ReadPem(ReadOnlySpan<char> pem)
    {
        using var der = Decode(pem, Label);
        return der is not null ? Read(der) : ErrorCatalogue.KeyMalformed.With($"The text holds no PEM block '{Label}' (PKCS#8).");
    }

    public static Outcome<PrivateNumbers> ReadEncryptedPem(ReadOnlySpan<char> pem, ReadOnlySpan<char> password)
    {
        using var encrypted = Decode(pem, EncryptedPkcs8.Label);
        if (encrypted is null)
            return ErrorCatalogue.KeyMalformed.With($"The text holds no PEM block '{EncryptedPkcs8.Label}' (PKCS#8, encrypted).");

        var decrypted = EncryptedPkcs8.Decrypt(encrypted.Array, password);
        if (!decrypted.TryGetValue(out var der))
            return Outcome<PrivateNumbers>.Refused(decrypted.Errors);

        using (der)
        {
            // Where the cipher has no tag, a wrong password may pass the padding by chance: what comes out is no key then.
            var read = Read(der);
            return read.Succeeded ? read : ErrorCatalogue.KeyNotDecrypted.With($"The key does not open with this password, or what it holds is not usable: {read.Error.Detail}");
        }
    }

    /// <summary>Null where there is no such block in the text, or its base64 is broken.</summary>
    private static SecretBytes? Decode(ReadOnlySpan<char> pem, string label)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || !pem[fields.Label].SequenceEqual(label))
            return null;

        var bytes = new SecretBytes(fields.DecodedDataLength);
        return Convert.TryFromBase64Chars(pem[fields.Base64Data], bytes.Span, out _) ? bytes : null;
    }

    private static Outcome<PrivateNumbers> Read(SecretBytes secret)
    {
        var der = secret.Array;
        PrivateKeyInfo? info = null;
        try
        {
            // The library gives null, not an exception, where there are no bytes at all.
            info = PrivateKeyInfo.GetInstance(Asn1Object.FromByteArray(der));
            if (info is null)
                return ErrorCatalogue.KeyMalformed.With("The PEM block is empty.");
            if (info.PrivateKeyAlgorithm.Algorithm.Equals(PkcsObjectIdentifiers.RsaEncryption))
                return RsaPrivateNumbers.From(() => Import(RSA.Create(), der));
            if (info.PrivateKeyAlgorithm.Algorithm.Equals(EdECObjectIdentifiers.id_Ed25519))
                return Ed25519PrivateNumbers.From(info);

            return SubjectKey.CurveOf(info.PrivateKeyAlgorithm) switch
            {
                KeyKind.Sm2 => Sm2PrivateNumbers.From(ECPrivateKeyStructure.GetInstance(info.ParsePrivateKey()).GetKey()),
                { } kind => EcPrivateNumbers.From(NistCurve.Of(kind), () => Import(ECDsa.Create(), der)),
                null => ErrorCatalogue.KeyMalformed.With("The key is neither RSA nor EC on P-256, P-384, P-521 or sm2p256v1, nor Ed25519."),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or InvalidOperationException or FormatException)
        {
            return ErrorCatalogue.KeyMalformed.With("The private key is not well-formed PKCS#8.");
        }
        finally
        {
            // The parser's own copy.
            CryptographicOperations.ZeroMemory(info?.PrivateKey.GetOctets());
        }
    }

    private static TKey Import<TKey>(TKey key, byte[] der)
        where TKey : AsymmetricAlgorithm
    {
        key.ImportPkcs8PrivateKey(der, out _);
        return key;
    }
}
