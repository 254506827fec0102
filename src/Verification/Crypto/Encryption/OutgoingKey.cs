using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Crypto.Sm2;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>A new content key, and what the recipient needs in order to have it too.</summary>
/// <param name="ContentKey">The key itself: a secret, to be zeroed after use.</param>
/// <param name="Encrypted">The encrypted key; empty for direct agreement.</param>
/// <param name="Ephemeral">The sender's point for direct agreement.</param>
internal sealed record OutgoingKey(byte[] ContentKey, byte[] Encrypted, ECPoint? Ephemeral)
{
    public static OutgoingKey For(RecipientKey recipient, EncryptionSettings settings)
    {
        if (recipient.Numbers is EcNumbers point)
            return Agree(point, recipient.Algorithm, settings);

        var contentKey = RandomNumberGenerator.GetBytes(settings.Encryption.KeyLength);
        return new OutgoingKey(contentKey, Encrypt(recipient, contentKey, settings), Ephemeral: null);
    }

    private static byte[] Encrypt(RecipientKey recipient, byte[] contentKey, EncryptionSettings settings)
    {
        if (recipient.Numbers is RsaNumbers rsaNumbers)
        {
            using var rsa = RSA.Create(rsaNumbers.Parameters);
            return rsa.Encrypt(contentKey, RSAEncryptionPadding.OaepSHA256);
        }

        var numbers = (Sm2Numbers)recipient.Numbers;
        if (!Sm2Curve.TryGetPublicKey(numbers.X, numbers.Y, out var key))
            throw new InvalidOperationException("The numbers of a key are a point of its curve.");
        var raw = Sm2Encryption.Encrypt(key.Q, contentKey);
        return settings.Sm2Encoding == Sm2CiphertextEncoding.Der ? Sm2Ciphertext.ToDer(raw) : raw;
    }

    private static OutgoingKey Agree(EcNumbers recipient, KeyManagementAlgorithm algorithm, EncryptionSettings settings)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDiffieHellman.Create(recipient.Parameters);
        using var otherKey = other.PublicKey;
        var agreed = ephemeral.DeriveRawSecretAgreement(otherKey);
        var derived = AgreedKey.Derive(agreed, algorithm, settings.Encryption, settings.PartyU.Span, settings.PartyV.Span);
        CryptographicOperations.ZeroMemory(agreed);
        var sender = ephemeral.ExportParameters(includePrivateParameters: false).Q;
        if (algorithm == EncryptionCatalogue.EcdhEs)
            return new OutgoingKey(derived, [], sender);

        var contentKey = RandomNumberGenerator.GetBytes(settings.Encryption.KeyLength);
        var wrapped = AgreedKey.Wrap(derived, contentKey);
        CryptographicOperations.ZeroMemory(derived);
        return new OutgoingKey(contentKey, wrapped, sender);
    }
}
