using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// A signing key held in memory. Its private numbers are zeroed when it is disposed, after operations still under way have ended;
/// from then on it throws <see cref="ObjectDisposedException"/>. Texts that it was read from or written to are the caller's to forget.
/// </summary>
public sealed class SoftwareSigningKey : ISigningKey, IDisposable
{
    private readonly PrivateNumbers numbers;
    private readonly SecretLifetime lifetime;
    private int disposed;

    private SoftwareSigningKey(
        PrivateNumbers numbers, SecretLifetime lifetime, SignatureAlgorithm algorithm, VerificationKey publicKey, IReadOnlyList<Certificate> chain)
    {
        this.numbers = numbers;
        this.lifetime = lifetime;
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

    /// <summary>The SM2 settings that it signs by.</summary>
    public PartnerProfile Profile { get; private init; } = PartnerProfile.Standard;

    internal PrivateNumbers Numbers => numbers;

    /// <summary>Reads an unencrypted PKCS#8 key.</summary>
    /// <param name="pem">A PEM block <c>PRIVATE KEY</c>.</param>
    /// <param name="algorithm">What it is to sign with; refused (CB3007) for a key of another kind.</param>
    /// <param name="keyId">The key's id; its thumbprint where null.</param>
    /// <param name="chain">Its certificates, leaf first, without the root; refused (CB3007) where the leaf is another key's.</param>
    public static Outcome<SoftwareSigningKey> FromPkcs8Pem(
        string pem, SignatureAlgorithm algorithm, string? keyId = null, IReadOnlyList<Certificate>? chain = null) =>
        Pkcs8.ReadPem(pem).Then(numbers => Create(numbers, algorithm, keyId, chain));

    /// <summary>
    /// Reads an encrypted PKCS#8 key: PBES2 with PBKDF2 over HMAC-SHA-256 or HMAC-SM3 and a cipher of <see cref="KeyEncryption"/>.
    /// A wrong password or a changed file is refused with CB3092; another scheme, a weak salt or a number of iterations
    /// out of bounds with CB3007.
    /// </summary>
    /// <param name="pem">A PEM block <c>ENCRYPTED PRIVATE KEY</c>.</param>
    /// <param name="password">The password, which is not kept.</param>
    /// <param name="algorithm">What it is to sign with; refused (CB3007) for a key of another kind.</param>
    /// <param name="keyId">The key's id; its thumbprint where null.</param>
    /// <param name="chain">Its certificates, leaf first, without the root; refused (CB3007) where the leaf is another key's.</param>
    public static Outcome<SoftwareSigningKey> FromEncryptedPkcs8Pem(
        ReadOnlySpan<char> pem, ReadOnlySpan<char> password, SignatureAlgorithm algorithm, string? keyId = null, IReadOnlyList<Certificate>? chain = null) =>
        Pkcs8.ReadEncryptedPem(pem, password).Then(numbers => Create(numbers, algorithm, keyId, chain));

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
            KeyKind.Sm2 => Sm2PrivateNumbers.Generate(),
            KeyKind.Ed25519 => Ed25519PrivateNumbers.Generate(),
            var kind => EcPrivateNumbers.From(NistCurve.Of(kind), () => ECDsa.Create(NistCurve.Of(kind).Parameters)).Value,
        };
        return Create(numbers, algorithm, keyId, chain: null).Value;
    }

    /// <summary>
    /// This key with its certificates; refused (CB3007) where the leaf is another key's. Both share the private numbers,
    /// which are zeroed once both are disposed.
    /// </summary>
    public Outcome<SoftwareSigningKey> WithChain(IReadOnlyList<Certificate> chain) =>
        Held(() => Create(numbers, Algorithm, KeyId, chain, lifetime, Profile));

    /// <summary>
    /// This key for a partner with SM2 settings of its own: <see cref="Sign"/>, and so <see cref="Jws.Sign"/>, follows them. Both share the
    /// private numbers, which are zeroed once both are disposed. Keys of other kinds sign as before.
    /// </summary>
    public SoftwareSigningKey For(PartnerProfile profile) =>
        Held(() => Create(numbers, Algorithm, KeyId, Chain, lifetime, profile).Value);

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        Hold();
        try
        {
            return numbers is Sm2PrivateNumbers sm2 ? sm2.Sign(data, Profile) : numbers.Sign(Algorithm, data);
        }
        finally
        {
            lifetime.Release();
        }
    }

    /// <summary>The private key as PEM (PKCS#8, unencrypted).</summary>
    public string ToPkcs8Pem()
    {
        using var der = Held(() => SecretBytes.TakeFrom(numbers.ToPkcs8()));
        return PemEncoding.WriteString(Pkcs8.Label, der.Span) + "\n";
    }

    /// <summary>The private key as PEM (PKCS#8, encrypted with PBES2).</summary>
    /// <param name="password">The password; random ones of 20 characters or more need no large number of iterations.</param>
    /// <param name="encryption">How; AES-256-CBC with HMAC-SHA-256 where null.</param>
    /// <param name="iterations">Of PBKDF2, from <see cref="KeyEncryption.MinimumIterations"/> to <see cref="KeyEncryption.MaximumIterations"/>.</param>
    /// <exception cref="ArgumentException">The password is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The iterations are out of bounds.</exception>
    public string ToEncryptedPkcs8Pem(
        ReadOnlySpan<char> password, KeyEncryption? encryption = null, int iterations = KeyEncryption.DefaultIterations)
    {
        if (password.IsEmpty)
            throw new ArgumentException("A password has characters.", nameof(password));

        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, KeyEncryption.MinimumIterations);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iterations, KeyEncryption.MaximumIterations);
        using var der = Held(() => SecretBytes.TakeFrom(numbers.ToPkcs8()));
        return PemEncoding.WriteString(
            EncryptedPkcs8.Label, EncryptedPkcs8.Encrypt(der.Span, password, encryption ?? KeyEncryption.Aes256Cbc, iterations)) + "\n";
    }

    /// <summary>The private key as JWK.</summary>
    public string ToPrivateJwk() => Held(() => JwkWriter.Write(numbers.Public, KeyId, Algorithm, Chain, numbers.JwkMembers));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
            lifetime.Release();
    }

    private T Held<T>(Func<T> operation)
    {
        Hold();
        try
        {
            return operation();
        }
        finally
        {
            lifetime.Release();
        }
    }

    private void Hold() => ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0 || !lifetime.TryHold(), this);

    private static Outcome<SoftwareSigningKey> Create(
        PrivateNumbers numbers, SignatureAlgorithm algorithm, string? keyId, IReadOnlyList<Certificate>? chain, SecretLifetime? shared = null, PartnerProfile? profile = null)
    {
        if (numbers.Public.Kind != algorithm.Kind)
            return ErrorCatalogue.KeyMalformed.With($"{algorithm.Name} needs a key of kind {algorithm.Kind}; this one is {numbers.Public.Kind}.");

        var publicKey = VerificationKey.From(Outcome<PublicNumbers>.Of(numbers.Public), keyId).Value;
        if (chain is { Count: > 0 } && !chain[0].PublicKey.IsSameKeyAs(publicKey))
            return ErrorCatalogue.KeyMalformed.With($"The first certificate of key '{publicKey.KeyId}' certifies another key.");

        // Shared by one who holds it at this moment, so it is there to be held once more.
        _ = shared?.TryHold();
        return new SoftwareSigningKey(numbers, shared ?? new SecretLifetime(numbers.Dispose), algorithm, publicKey, chain ?? [])
        {
            Profile = profile ?? PartnerProfile.Standard,
        };
    }

    private static Outcome<SignatureAlgorithm> AlgorithmOf(Jwk jwk, SignatureAlgorithm? wanted)
    {
        if (wanted is not null)
            return wanted;
        if (jwk.Algorithm is not null)
            return AlgorithmCatalogue.TryGet(jwk.Algorithm, out var named)
                ? named
                : ErrorCatalogue.KeyMalformed.With("The key's 'alg' is not in the catalogue of algorithms.");

        // Every curve has one algorithm; RSA keys have six.
        return jwk.Kind == KeyKind.Rsa
            ? ErrorCatalogue.KeyMalformed.With("An RSA key without 'alg' does not say which RSA algorithm it signs with.")
            : AlgorithmCatalogue.All.Single(candidate => candidate.Kind == jwk.Kind);
    }
}
