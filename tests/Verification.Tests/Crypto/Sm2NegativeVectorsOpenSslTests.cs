using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>The vectors by the OpenSSL command line: a mistake in them would have to be made there as well.</summary>
public sealed class Sm2NegativeVectorsOpenSslTests
{
    [Fact]
    public async Task OpenSSL_says_of_every_signature_what_its_vector_says()
    {
        Assert.SkipWhen(OpenSsl.IsMissing, "OpenSSL is not installed: the vectors were not compared with it.");
        using var openssl = new OpenSsl();
        var file = Sm2NegativeVectors.Signatures;
        var key = openssl.Write("key.pem", Pem([0x04, .. Convert.FromHexString(file.X), .. Convert.FromHexString(file.Y)]));
        var strays = new List<string>();
        foreach (var vector in file.Signatures)
        {
            var signature = Convert.FromHexString(vector.Signature);
            // OpenSSL reads DER alone: a raw signature is rewritten, and one that is not 64 bytes cannot be.
            if (vector.Encoding == "raw" && signature.Length != 64)
                continue;
            var (exit, _) = await openssl.RunAsync("dgst", "-sm3", "-verify", key, "-sigopt", "distid:1234567812345678",
                "-signature", openssl.Write("signature", vector.Encoding == "raw" ? Der(signature) : signature),
                openssl.Write("message", Convert.FromHexString(vector.Message)));
            if (exit == 0 != (vector.Expected == "valid"))
                strays.Add(vector.Id);
        }

        Assert.Empty(strays);
    }

    [Fact]
    public async Task OpenSSL_says_of_every_public_key_what_its_vector_says()
    {
        Assert.SkipWhen(OpenSsl.IsMissing, "OpenSSL is not installed: the vectors were not compared with it.");
        using var openssl = new OpenSsl();
        var strays = new List<string>();
        foreach (var vector in Sm2NegativeVectors.PublicKeys)
        {
            var (exit, _) = await openssl.RunAsync("pkey", "-pubin", "-pubcheck", "-noout", "-in", openssl.Write("key.pem", Pem(Convert.FromHexString(vector.Point))));
            if (exit == 0 != (vector.OpenSsl == "accepted"))
                strays.Add(vector.Id);
        }

        Assert.Empty(strays);
    }

    private static byte[] Der(byte[] raw)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(raw.AsSpan(0, 32), isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(raw.AsSpan(32), isUnsigned: true, isBigEndian: true));
        }

        return writer.Encode();
    }

    private static byte[] Pem(byte[] point)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.2.1");
                writer.WriteObjectIdentifier("1.2.156.10197.1.301");
            }

            writer.WriteBitString(point);
        }

        return Encoding.ASCII.GetBytes(PemEncoding.WriteString("PUBLIC KEY", writer.Encode()));
    }
}
