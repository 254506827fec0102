using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>A signing key held in memory.</summary>
public sealed class SoftwareSigningKey : ISigningKey, IDisposable
{
    private readonly PrivateNumbers numbers;

    private SoftwareSigningKey(PrivateNumbers numbers, SignatureAlgorithm algorithm, VerificationKey publicKey, IReadOnlyList<Certificate> chain)
    {
        this.numbers = numbers;
        Algorithm = algorithm;
        PublicKey = publicKey;
        Chain = chain;
    }

    /// <inheritdoc/>
    public string KeyId => PublicKey.KeyId;

    /// <inheritdoc/>
    public SignatureAlgorithm Algorithm { get; }

    /// <inheritdoc/>
    public VerificationKey PublicKey { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Certificate> Chain { get; }

    internal PrivateNumbers Numbers => numbers;

    /// <summary>Reads an unencrypted PKCS#8 key.</summary>
    /// <param name="pem">A PEM block <c>PRIVATE KEY</c>.</param>
    /// <param name="algorithm">What it is to sign with; refused (CB3007) for a key of another kind.</param>
    /// <param name="keyId">The key's id; its thumbprint where null.</param>
    /// <param name="chain">Its certificates, leaf first, without the root; refused (CB3007) where the leaf is another key's.</param>
    public static Outcome<SoftwareSigningKey> FromPkcs8Pem(
        string pem, SignatureAlgorithm algorithm, string? keyId = null, IReadOnlyList<Certificate>? chain = null) =>
        Pkcs8.ReadPem(pem).Then(numbers => Create(numbers, algorithm, keyId, chain));

    /// <summary>Reads a private JWK (RFC 7517).</summary>
    /// <param name="json">The key, all private members of RFC 7518 section 6 included.</param>
    /// <param name="algorithm">What it is to sign with; the key's own <c>alg</c> where null, and for elliptic curves the only one there is.</param>
    /// <param name="keyId">The key's id; its own <c>kid</c> where null, then its thumbprint.</param>
    /// <param name="chain">Its certificates, leaf first, without the root.</param>
    public static Outcome<SoftwareSigningKey> FromJwk(
        string json, SignatureAlgorithm? algorithm = null, string? keyId = null, IReadOnlyList<Certificate>? chain = null) =>
        Jwk.Parse(json, withPrivate: true).Then(jwk => AlgorithmOf(jwk, algorithm)
            .Then(chosen => PrivateNumbers.From(jwk).Then(numbers => Create(numbers, chosen, keyId ?? jwk.KeyId, chain))));

    /// <summary>A new key from the system's randomness; RSA keys have 2048 bits.</summary>
    public static SoftwareSigningKey Generate(SignatureAlgorithm algorithm, string? keyId = null)
    {
        var numbers = algorithm.Kind switch
        {
            KeyKind.Rsa => RsaPrivateNumbers.From(() => RSA.Create(2048)).Value,
            KeyKind.EcP256 => EcP256PrivateNumbers.From(() => ECDsa.Create(ECCurve.NamedCurves.nistP256)).Value,
            _ => Sm2PrivateNumbers.Generate(),
        };
        return Create(numbers, algorithm, keyId, chain: null).Value;
    }

    /// <summary>This key with its certificates; refused (CB3007) where the leaf is another key's.</summary>
    public Outcome<SoftwareSigningKey> WithChain(IReadOnlyList<Certificate> chain) => Create(numbers, Algorithm, KeyId, chain);

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> data) => numbers.Sign(Algorithm, data);

    /// <summary>The private key as PEM (PKCS#8, unencrypted).</summary>
    public string ToPkcs8Pem() => PemEncoding.WriteString("PRIVATE KEY", numbers.ToPkcs8()) + "\n";

    /// <summary>The private key as JWK.</summary>
    public string ToPrivateJwk() => JwkWriter.Write(numbers.Public, KeyId, Algorithm, Chain, numbers.JwkMembers);

    /// <inheritdoc/>
    public void Dispose() => numbers.Dispose();

    private static Outcome<SoftwareSigningKey> Create(
        PrivateNumbers numbers, SignatureAlgorithm algorithm, string? keyId, IReadOnlyList<Certificate>? chain)
    {
        if (numbers.Public.Kind != algorithm.Kind)
            return ErrorCatalogue.KeyMalformed.With($"{algorithm.Name} needs a key of kind {algorithm.Kind}; this one is {numbers.Public.Kind}.");

        var publicKey = VerificationKey.From(Outcome<PublicNumbers>.Of(numbers.Public), keyId).Value;
        if (chain is { Count: > 0 } && !chain[0].PublicKey.IsSameKeyAs(publicKey))
            return ErrorCatalogue.KeyMalformed.With($"The first certificate of key '{publicKey.KeyId}' certifies another key.");

        return new SoftwareSigningKey(numbers, algorithm, publicKey, chain ?? []);
    }

    private static Outcome<SignatureAlgorithm> AlgorithmOf(Jwk jwk, SignatureAlgorithm? wanted)
    {
        if (wanted is not null)
            return wanted;
        if (jwk.Algorithm is not null)
            return AlgorithmCatalogue.TryGet(jwk.Algorithm, out var named)
                ? named
                : ErrorCatalogue.KeyMalformed.With("The key's 'alg' is not in the catalogue of algorithms.");

        return jwk.Kind switch
        {
            KeyKind.EcP256 => AlgorithmCatalogue.ES256,
            KeyKind.Sm2 => AlgorithmCatalogue.Sm2,
            _ => ErrorCatalogue.KeyMalformed.With("An RSA key without 'alg' does not say whether it signs RS256 or PS256."),
        };
    }
}
