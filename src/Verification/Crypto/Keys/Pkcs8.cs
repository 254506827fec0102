using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.Sec;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>Private keys in PKCS#8 (RFC 5958), unencrypted.</summary>
internal static class Pkcs8
{
    public static Outcome<PrivateNumbers> ReadPem(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || pem.AsSpan()[fields.Label] is not "PRIVATE KEY")
            return ErrorCatalogue.KeyMalformed.With("The text holds no PEM block 'PRIVATE KEY' (PKCS#8).");

        try
        {
            var der = Convert.FromBase64String(pem[fields.Base64Data]);
            // The library gives null, not an exception, where there are no bytes at all.
            if (PrivateKeyInfo.GetInstance(Asn1Object.FromByteArray(der)) is not { } info)
                return ErrorCatalogue.KeyMalformed.With("The PEM block is empty.");
            if (info.PrivateKeyAlgorithm.Algorithm.Equals(PkcsObjectIdentifiers.RsaEncryption))
                return RsaPrivateNumbers.From(() => Import(RSA.Create(), der));

            return SubjectKey.CurveOf(info.PrivateKeyAlgorithm) switch
            {
                KeyKind.EcP256 => EcP256PrivateNumbers.From(() => Import(ECDsa.Create(), der)),
                KeyKind.Sm2 => Sm2PrivateNumbers.From(ECPrivateKeyStructure.GetInstance(info.ParsePrivateKey()).GetKey()),
                _ => ErrorCatalogue.KeyMalformed.With("The key is neither RSA nor EC on P-256 or sm2p256v1."),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or InvalidOperationException or FormatException)
        {
            return ErrorCatalogue.KeyMalformed.With("The private key is not well-formed PKCS#8.");
        }
    }

    private static TKey Import<TKey>(TKey key, byte[] der)
        where TKey : AsymmetricAlgorithm
    {
        key.ImportPkcs8PrivateKey(der, out _);
        return key;
    }
}
