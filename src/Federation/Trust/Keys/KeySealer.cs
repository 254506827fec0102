using System.Security.Cryptography;
using System.Text;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>
/// Private keys at rest: PKCS#8 under AES-256-GCM, bound to their id and algorithm, so that one row's key does not open in another's place.
/// </summary>
internal sealed class KeySealer
{
    public const int KeyLength = 32;

    private readonly byte[]? secret;

    public KeySealer(IOptions<KeyRotationOptions> options, SettingsPaths paths)
    {
        if (options.Value.KeyFile.Length > 0)
            secret = SecretFile.Read("KeyRotation:KeyFile", options.Value.KeyFile, paths, KeyLength).Value.Bytes;
    }

    /// <summary>A new key and its private half as it rests; CB6132 where the settings name nothing to seal it with.</summary>
    public Outcome<ManagedKey> Make(KeyLine line, DateTimeOffset now)
    {
        if (secret is null)
            return ErrorCatalogue.KeySecretMissing.With("KeyRotation:KeyFile is not set.");

        var algorithm = line.Algorithm;
        var chosen = AlgorithmCatalogue.All.Single(candidate => candidate.Name == algorithm);
        var id = $"{algorithm.ToLowerInvariant().Replace('_', '-')}-{now.UtcDateTime:yyyyMMdd}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        using var key = SoftwareSigningKey.Generate(chosen, id);
        var plain = Encoding.ASCII.GetBytes(key.ToPkcs8Pem());
        try
        {
            var sealedPrivate = ContentCipher.Seal(ContentCipher.AesGcm, secret, plain, Bound(id, algorithm));
            return ManagedKey.Create(id, line, key.PublicKey.ToJwk(chosen), sealedPrivate, now);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>The key of a row; CB6131 where the secret is another than it was sealed with, or the row was changed.</summary>
    public Outcome<ISigningKey> Open(ManagedKey row)
    {
        if (secret is null)
            return ErrorCatalogue.KeySecretWrong.With($"Key {row.Id} is sealed, and KeyRotation:KeyFile is not set.");
        if (!ContentCipher.Open(ContentCipher.AesGcm, secret, row.SealedPrivate, Bound(row.Id, row.Algorithm)).TryGetValue(out var plain))
            return ErrorCatalogue.KeySecretWrong.With($"Key {row.Id} does not open with KeyRotation:KeyFile.");

        try
        {
            AlgorithmCatalogue.TryGet(row.Algorithm, out var algorithm);
            var chain = row.Chain is { } pem ? Certificate.ParseMany(pem).Value : null;
            return SoftwareSigningKey.FromPkcs8Pem(Encoding.ASCII.GetString(plain), algorithm!, row.Id, chain).Map<ISigningKey>(key => key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static byte[] Bound(string id, string algorithm) => Encoding.UTF8.GetBytes($"hub-key|{algorithm}|{id}");
}
