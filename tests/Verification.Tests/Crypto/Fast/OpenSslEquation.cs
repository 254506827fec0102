using System.Formats.Asn1;
using System.Numerics;
using System.Runtime.InteropServices;
using CrossBorder.Verification.Crypto.Sm2;

namespace CrossBorder.Verification.Tests.Crypto.Fast;

/// <summary>OpenSSL's library, asked about one key and hashes that are given, so that a million questions take minutes and not days.</summary>
internal sealed class OpenSslEquation : ISm2Equation, IDisposable
{
    private const string Library = "libcrypto.so.3";

    /// <summary>SubjectPublicKeyInfo up to the coordinates: id-ecPublicKey, sm2p256v1, a point that is not compressed.</summary>
    private static readonly byte[] Prefix = Convert.FromHexString("3059301306072A8648CE3D020106082A811CCF5501822D03420004");

    private readonly nint key;
    private readonly nint context;

    public OpenSslEquation(byte[] x, byte[] y)
    {
        byte[] encoded = [.. Prefix, .. x, .. y];
        var pinned = GCHandle.Alloc(encoded, GCHandleType.Pinned);
        var at = pinned.AddrOfPinnedObject();
        key = d2i_PUBKEY(0, ref at, encoded.Length);
        pinned.Free();
        context = EVP_PKEY_CTX_new(key, 0);
        Assert.Equal(1, EVP_PKEY_verify_init(context));
    }

    public static bool IsMissing { get; } = !NativeLibrary.TryLoad(Library, out _);

    public bool Holds(ReadOnlySpan<byte> r, ReadOnlySpan<byte> s, ReadOnlySpan<byte> e)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(r, isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(s, isUnsigned: true, isBigEndian: true));
        }

        var signature = writer.Encode();
        var holds = EVP_PKEY_verify(context, signature, signature.Length, e.ToArray(), e.Length) == 1;
        // A refusal leaves its reasons on a list, which would grow.
        ERR_clear_error();
        return holds;
    }

    public void Dispose()
    {
        EVP_PKEY_CTX_free(context);
        EVP_PKEY_free(key);
    }

#pragma warning disable SYSLIB1054, CA5392 // The marshalling made at run time will do in tests, and the library is the system's own.
    [DllImport(Library)]
    private static extern nint d2i_PUBKEY(nint key, ref nint encoded, nint length);

    [DllImport(Library)]
    private static extern nint EVP_PKEY_CTX_new(nint key, nint engine);

    [DllImport(Library)]
    private static extern int EVP_PKEY_verify_init(nint context);

    [DllImport(Library)]
    private static extern int EVP_PKEY_verify(nint context, byte[] signature, nint signatureLength, byte[] hash, nint hashLength);

    [DllImport(Library)]
    private static extern void ERR_clear_error();

    [DllImport(Library)]
    private static extern void EVP_PKEY_CTX_free(nint context);

    [DllImport(Library)]
    private static extern void EVP_PKEY_free(nint key);
#pragma warning restore SYSLIB1054, CA5392
}
