using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>What follows from an agreement on a key (RFC 7518 section 4.6): the content key itself, or the key that wraps it.</summary>
internal static class AgreedKey
{
    private const int WrappingLength = 32;

    public static byte[] Derive(
        ReadOnlySpan<byte> agreed, KeyManagementAlgorithm algorithm, ContentEncryptionAlgorithm encryption, ReadOnlySpan<byte> partyU, ReadOnlySpan<byte> partyV) =>
        algorithm == EncryptionCatalogue.EcdhEs
            ? ConcatKdf.Derive(agreed, encryption.Name, partyU, partyV, encryption.KeyLength)
            : ConcatKdf.Derive(agreed, algorithm.Name, partyU, partyV, WrappingLength);

    /// <summary>AES Key Wrap with the initial value of RFC 3394 section 2.2.3.1.</summary>
    public static byte[] Wrap(byte[] wrapping, byte[] contentKey)
    {
        var engine = new AesWrapEngine();
        engine.Init(forWrapping: true, new KeyParameter(wrapping));
        return engine.Wrap(contentKey, 0, contentKey.Length);
    }

    /// <summary>Null where it was not wrapped with this key.</summary>
    public static byte[]? Unwrap(byte[] wrapping, byte[] wrapped)
    {
        try
        {
            var engine = new AesWrapEngine();
            engine.Init(forWrapping: false, new KeyParameter(wrapping));
            return engine.Unwrap(wrapped, 0, wrapped.Length);
        }
        // Of the wrong length, or changed.
        catch (InvalidCipherTextException)
        {
            return null;
        }
    }
}
