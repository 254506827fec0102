using System.Diagnostics;

namespace CrossBorder.Interop.Tests;

/// <summary>The OpenSSL command line as sender and recipient of content keys.</summary>
internal static class OpenSslEncryption
{
    private static readonly string[] Oaep = ["-pkeyopt", "rsa_padding_mode:oaep", "-pkeyopt", "rsa_oaep_md:sha256", "-pkeyopt", "rsa_mgf1_md:sha256"];

    /// <summary>Encrypts with the public half of a PKCS#8 key. SM2 ciphertexts are the DER of GM/T 0009.</summary>
    public static Task<byte[]> EncryptAsync(string pkcs8Pem, bool rsa, byte[] data) => RunAsync(pkcs8Pem, "-encrypt", rsa, data);

    public static Task<byte[]> DecryptAsync(string pkcs8Pem, bool rsa, byte[] data) => RunAsync(pkcs8Pem, "-decrypt", rsa, data);

    private static async Task<byte[]> RunAsync(string pkcs8Pem, string operation, bool rsa, byte[] data)
    {
        await OpenSslVerifier.RequireAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("openssl-");
        try
        {
            string At(string name) => Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(At("key.pem"), pkcs8Pem, cancellation);
            await File.WriteAllBytesAsync(At("in"), data, cancellation);
            var start = new ProcessStartInfo("openssl",
                ["pkeyutl", operation, "-inkey", At("key.pem"), "-in", At("in"), "-out", At("out"), .. rsa ? Oaep : []])
            {
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            Assert.True(process.ExitCode == 0, errors);
            return await File.ReadAllBytesAsync(At("out"), cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
