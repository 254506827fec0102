using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Benchmarks.Sm2;

/// <summary>OpenSSL's SM2 through its library, key kept: what a program in C would get, but for the call from .NET.</summary>
internal sealed class OpenSslSm2 : IDisposable
{
    private const string Library = "libcrypto.so.3";
    private static readonly byte[] UserId = "1234567812345678"u8.ToArray();

    private readonly nint key;
    private readonly nint sm3 = EVP_sm3();

    public OpenSslSm2(SoftwareSigningKey from)
    {
        var encoded = Convert.FromBase64String(string.Concat(from.ToPkcs8Pem().Split('\n').Where(line => !line.StartsWith('-'))));
        var pinned = GCHandle.Alloc(encoded, GCHandleType.Pinned);
        var at = pinned.AddrOfPinnedObject();
        key = d2i_AutoPrivateKey(0, ref at, encoded.Length);
        pinned.Free();
    }

    public static bool IsMissing { get; } = !NativeLibrary.TryLoad(Library, out _);

    public byte[] Sign(byte[] message)
    {
        var context = EVP_MD_CTX_new();
        var signature = new byte[80];
        nint length = signature.Length;
        Hold(EVP_DigestSignInit(context, out var settings, sm3, 0, key));
        Hold(EVP_PKEY_CTX_set1_id(settings, UserId, UserId.Length));
        Hold(EVP_DigestSign(context, signature, ref length, message, message.Length));
        EVP_MD_CTX_free(context);
        return signature[..(int)length];
    }

    public void Verify(byte[] message, byte[] signature)
    {
        var context = EVP_MD_CTX_new();
        Hold(EVP_DigestVerifyInit(context, out var settings, sm3, 0, key));
        Hold(EVP_PKEY_CTX_set1_id(settings, UserId, UserId.Length));
        Hold(EVP_DigestVerify(context, signature, signature.Length, message, message.Length));
        EVP_MD_CTX_free(context);
    }

    public void Dispose() => EVP_PKEY_free(key);

    private static void Hold(int result)
    {
        if (result != 1)
            throw new CryptographicException("OpenSSL refused.");
    }

#pragma warning disable SYSLIB1054, CA5392 // The marshalling made at run time will do here, and the library is the system's own.
    [DllImport(Library)]
    private static extern nint d2i_AutoPrivateKey(nint key, ref nint encoded, nint length);

    [DllImport(Library)]
    private static extern nint EVP_sm3();

    [DllImport(Library)]
    private static extern nint EVP_MD_CTX_new();

    [DllImport(Library)]
    private static extern int EVP_DigestSignInit(nint context, out nint settings, nint hash, nint engine, nint key);

    [DllImport(Library)]
    private static extern int EVP_DigestVerifyInit(nint context, out nint settings, nint hash, nint engine, nint key);

    [DllImport(Library)]
    private static extern int EVP_PKEY_CTX_set1_id(nint settings, byte[] id, int length);

    [DllImport(Library)]
    private static extern int EVP_DigestSign(nint context, byte[] signature, ref nint signatureLength, byte[] message, nint messageLength);

    [DllImport(Library)]
    private static extern int EVP_DigestVerify(nint context, byte[] signature, nint signatureLength, byte[] message, nint messageLength);

    [DllImport(Library)]
    private static extern void EVP_MD_CTX_free(nint context);

    [DllImport(Library)]
    private static extern void EVP_PKEY_free(nint key);
#pragma warning restore SYSLIB1054, CA5392
}
