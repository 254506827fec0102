using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>
/// A decryption key held in memory, zeroed when disposed of. What the key was read from, and copies that the platform makes during an
/// operation, are not ours to zero: a key that must never be in memory belongs in a hardware module.
/// </summary>
public sealed class SoftwareDecryptionKey : IDecryptionKey, IDisposable
{
    private readonly PrivateOperation operation;

    private SoftwareDecryptionKey(RecipientKey publicKey, PrivateOperation operation)
    {
        PublicKey = publicKey;
        this.operation = operation;
    }

    /// <inheritdoc/>
    public string KeyId => PublicKey.KeyId;

    /// <inheritdoc/>
    public KeyManagementAlgorithm Algorithm => PublicKey.Algorithm;

    /// <inheritdoc/>
    public RecipientKey PublicKey { get; }

    internal IReadOnlyList<(string Name, byte[] Number)> PrivateMembers => operation.JwkMembers;

    /// <summary>Reads an unencrypted PKCS#8 key (RFC 5958): a PEM block <c>PRIVATE KEY</c>. Refused with CB3007.</summary>
    /// <param name="pem">The key.</param>
    /// <param name="keyId">The key's id; its thumbprint where null.</param>
    /// <param name="algorithm">What it is used with, for PKCS#8 does not say; the usual one of its kind where null.</param>
    public static Outcome<SoftwareDecryptionKey> FromPkcs8Pem(string pem, string? keyId = null, KeyManagementAlgorithm? algorithm = null) =>
        Pkcs8.ReadPem(pem).Then(numbers => Create(numbers, keyId, algorithm));

    /// <summary>Reads a private JWK (RFC 7517). Refused with CB3007, also where its <c>use</c> or <c>alg</c> is for something else.</summary>
    /// <param name="json">The key, all private members of RFC 7518 section 6 included.</param>
    /// <param name="keyId">The key's id; its own <c>kid</c> where null, then its thumbprint.</param>
    public static Outcome<SoftwareDecryptionKey> FromJwk(string json, string? keyId = null) =>
        Jwk.Parse(json, withPrivate: true)
            .Then(jwk => RecipientKey.AlgorithmOf(json, jwk.Kind)
                .Then(algorithm => PrivateNumbers.From(jwk).Then(numbers => Create(numbers, keyId ?? jwk.KeyId, algorithm))));

    /// <summary>A new key from the system's randomness; RSA keys have 3072 bits.</summary>
    public static SoftwareDecryptionKey Generate(KeyManagementAlgorithm algorithm, string? keyId = null)
    {
        var numbers = algorithm.Kind switch
        {
            KeyKind.Rsa => RsaPrivateNumbers.From(() => RSA.Create(3072)).Value,
            KeyKind.EcP256 => EcPrivateNumbers.From(NistCurve.Of(KeyKind.EcP256), () => ECDsa.Create(ECCurve.NamedCurves.nistP256)).Value,
            _ => Sm2PrivateNumbers.Generate(),
        };
        return Create(numbers, keyId, algorithm).Value;
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The key has been zeroed.</exception>
    public byte[]? Recover(ReadOnlySpan<byte> input) => operation.Recover(input);

    /// <summary>The private key as JWK, with <c>use</c> <c>enc</c>.</summary>
    /// <exception cref="ObjectDisposedException">The key has been zeroed.</exception>
    public string ToPrivateJwk() => EncryptionJwk.Write(PublicKey.Numbers, KeyId, Algorithm, PrivateMembers);

    /// <summary>The private key as PEM (PKCS#8, unencrypted).</summary>
    /// <exception cref="ObjectDisposedException">The key has been zeroed.</exception>
    public string ToPkcs8Pem()
    {
        using var numbers = Jwk.Parse(ToPrivateJwk(), withPrivate: true).Then(PrivateNumbers.From).Value;
        return PemEncoding.WriteString("PRIVATE KEY", numbers.ToPkcs8()) + "\n";
    }

    /// <inheritdoc/>
    public void Dispose() => operation.Dispose();

    /// <param name="numbers">Zeroed in the end.</param>
    /// <param name="keyId">The thumbprint where null.</param>
    /// <param name="algorithm">The usual one for this kind of key where null.</param>
    private static Outcome<SoftwareDecryptionKey> Create(PrivateNumbers numbers, string? keyId, KeyManagementAlgorithm? algorithm)
    {
        using (numbers)
        {
            return VerificationKey.From(Outcome<PublicNumbers>.Of(numbers.Public), keyId)
                .Then(key => RecipientKey.From(key, algorithm))
                .Map(publicKey => new SoftwareDecryptionKey(publicKey, PrivateOperation.Of(numbers)));
        }
    }
}
