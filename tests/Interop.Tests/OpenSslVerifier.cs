using System.Buffers.Text;
using System.Diagnostics;
using System.Formats.Asn1;
using System.Numerics;
using System.Text;

namespace CrossBorder.Interop.Tests;

/// <summary>The OpenSSL command line as a judge of SM2 signatures: it shares no code with the product.</summary>
internal static class OpenSslVerifier
{
    /// <summary>The distinguishing identifier of GB/T 32918.2; OpenSSL 3.0 takes an empty one unless told.</summary>
    private const string DistinguishingId = "distid:1234567812345678";

    public static async Task RequireAsync()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", ["version"]) { RedirectStandardOutput = true })!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("SKIPPED: openssl is not installed here (apt-get install openssl).");
        }
    }

    /// <summary>Whether OpenSSL accepts the signature of a compact JWS under an SM2 key given by its coordinates.</summary>
    public static async Task<bool> VerifySm2Async(string jws, byte[] x, byte[] y)
    {
        var parts = jws.Split('.');
        var folder = Directory.CreateTempSubdirectory("openssl-");
        try
        {
            string At(string name) => Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(At("key.pem"), PublicKeyPem(x, y));
            await File.WriteAllBytesAsync(At("signature"), ToDer(Base64Url.DecodeFromChars(parts[2])));
            await File.WriteAllBytesAsync(At("content"), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
            var start = new ProcessStartInfo("openssl",
                ["dgst", "-sm3", "-verify", At("key.pem"), "-sigopt", DistinguishingId, "-signature", At("signature"), At("content")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0 && output.Contains("Verified OK", StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>JOSE writes r||s; OpenSSL reads SEQUENCE { r, s }.</summary>
    private static byte[] ToDer(byte[] signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(signature.AsSpan(0, 32), isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(signature.AsSpan(32, 32), isUnsigned: true, isBigEndian: true));
        }

        return writer.Encode();
    }

    private static string PublicKeyPem(byte[] x, byte[] y)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.2.1");
                writer.WriteObjectIdentifier("1.2.156.10197.1.301");
            }

            writer.WriteBitString([0x04, .. x, .. y]);
        }

        return System.Security.Cryptography.PemEncoding.WriteString("PUBLIC KEY", writer.Encode());
    }
}
