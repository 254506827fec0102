using System.Security.Cryptography;
using System.Text;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.AssertionGateway.Hosting;

/// <summary>
/// All that the gateway seals, for the browser and for its database, from one secret: any node opens what another sealed, and a restart
/// ends no sign-in. What is sealed lives for minutes, so there is no key ring to keep; another secret ends what is under way.
/// </summary>
internal sealed class GatewaySecrets(IOptions<GatewayOptions> options, SettingsPaths paths) : IDataProtectionProvider
{
    public const int Length = 32;

    private readonly byte[] secret = SecretFile.Read("Gateway:SecretFile", options.Value.SecretFile, paths, Length).Value.Bytes;

    /// <summary>A key for one use of it.</summary>
    public byte[] KeyFor(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, info: Encoding.UTF8.GetBytes("assertion gateway: " + use));

    public IDataProtector CreateProtector(string purpose) => new Sealing(KeyFor("sealing"), purpose);

    private sealed class Sealing(byte[] key, string purpose) : IDataProtector
    {
        public IDataProtector CreateProtector(string another) => new Sealing(key, purpose + '\0' + another);

        public byte[] Protect(byte[] plaintext) => ContentCipher.Seal(ContentCipher.AesGcm, key, plaintext, Encoding.UTF8.GetBytes(purpose));

        public byte[] Unprotect(byte[] protectedData) =>
            ContentCipher.Open(ContentCipher.AesGcm, key, protectedData, Encoding.UTF8.GetBytes(purpose)).TryGetValue(out var plaintext)
                ? plaintext
                : throw new CryptographicException("It was not sealed here, or not for this.");
    }
}
