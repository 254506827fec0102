using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// BouncyCastle and the platform refuse malformed input by exceptions of many kinds. Where bytes of strangers are read, each of them is a
/// refusal and no bug.
/// </summary>
internal static class LibraryRefusal
{
    public static bool Is(Exception exception) => exception
        is ArgumentException or IOException or InvalidOperationException or InvalidCastException or FormatException or ArithmeticException
        or IndexOutOfRangeException or NullReferenceException or NotSupportedException
        or GeneralSecurityException or CryptoException or System.Security.Cryptography.CryptographicException;

    /// <summary>
    /// Refuses an encoding that is not DER. The library reads several encodings of one content and verifies signatures over the one
    /// that it would write, so that other bytes than those that were signed would pass for them.
    /// </summary>
    /// <exception cref="FormatException">The bytes are not what the library would write.</exception>
    public static T InDer<T>(T read, ReadOnlySpan<byte> der)
        where T : Asn1Encodable => read.GetDerEncoded().AsSpan().SequenceEqual(der) ? read : throw new FormatException("The encoding is not DER.");
}
