using System.Formats.Asn1;
using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1.Pkcs;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>EncryptedPrivateKeyInfo (RFC 5958 section 3) with PBES2 alone: the older schemes are too weak to be read.</summary>
internal static class EncryptedPkcs8
{
    public const string Label = "ENCRYPTED PRIVATE KEY";
    private const int LongestFile = 65536;
    private const int SaltLength = 16;

    /// <summary>The decrypted PKCS#8, which the caller disposes; CB3007 for the form, CB3092 for a wrong password or a changed file.</summary>
    public static Outcome<SecretBytes> Decrypt(byte[] der, ReadOnlySpan<char> password)
    {
        if (der.Length > LongestFile)
            return Malformed("is longer than any key");

        Pbes2Parameters parameters;
        byte[] ciphertext;
        try
        {
            var reader = new AsnReader(der, AsnEncodingRules.DER);
            var info = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var scheme = info.ReadSequence();
            ciphertext = info.ReadOctetString();
            info.ThrowIfNotEmpty();
            if (scheme.ReadObjectIdentifier() != PkcsObjectIdentifiers.IdPbeS2.Id)
                return Malformed("is not encrypted with PBES2");

            parameters = Pbes2Parameters.Read(scheme.ReadSequence());
            scheme.ThrowIfNotEmpty();
        }
        catch (AsnContentException)
        {
            return Malformed("is not well-formed EncryptedPrivateKeyInfo");
        }

        if (parameters.Encryption is not { } encryption || !KeyEncryption.IsPrf(parameters.Prf))
            return Malformed($"uses another cipher or hash than {string.Join(", ", KeyEncryption.All.Select(known => known.Name))} with HMAC-SHA-256 or HMAC-SM3");
        if (parameters.Violation is { } violation)
            return Malformed(violation);

        using var key = Pbkdf2.Derive(password, parameters.Salt, parameters.Iterations, parameters.Prf, encryption.KeyLength);
        return KeyCipher.Decrypt(encryption, key, parameters.Iv, ciphertext) is { } plaintext
            ? plaintext
            : ErrorCatalogue.KeyNotDecrypted.With("The key does not open with this password.");
    }

    public static byte[] Encrypt(ReadOnlySpan<byte> pkcs8, ReadOnlySpan<char> password, KeyEncryption encryption, int iterations)
    {
        var parameters = new Pbes2Parameters(
            encryption, encryption.PrfOid, RandomNumberGenerator.GetBytes(SaltLength), iterations,
            RandomNumberGenerator.GetBytes(encryption.IsAuthenticated ? KeyCipher.NonceLength : KeyCipher.BlockLength), encryption.KeyLength);
        using var key = Pbkdf2.Derive(password, parameters.Salt, iterations, parameters.Prf, encryption.KeyLength);

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(PkcsObjectIdentifiers.IdPbeS2.Id);
                parameters.Write(writer);
            }

            writer.WriteOctetString(KeyCipher.Encrypt(encryption, key, parameters.Iv, pkcs8));
        }

        return writer.Encode();
    }

    private static Error Malformed(string what) => ErrorCatalogue.KeyMalformed.With($"The encrypted private key {what}.");
}
