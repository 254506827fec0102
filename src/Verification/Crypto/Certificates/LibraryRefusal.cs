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
}
