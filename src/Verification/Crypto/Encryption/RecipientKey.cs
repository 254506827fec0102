using System.Text;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>A public key that messages are encrypted for. Immutable, and safe to use from several threads at once.</summary>
public sealed class RecipientKey
{
    private readonly VerificationKey key;

    private RecipientKey(VerificationKey key, KeyManagementAlgorithm algorithm)
    {
        this.key = key;
        Algorithm = algorithm;
    }

    /// <summary>The value of the header <c>kid</c>; the thumbprint where the key was given none.</summary>
    public string KeyId => key.KeyId;

    /// <summary>The one algorithm that is used with this key: the one that it names, else the usual one of its kind.</summary>
    public KeyManagementAlgorithm Algorithm { get; }

    /// <summary>JWK thumbprint (RFC 7638) with SHA-256.</summary>
    public string Thumbprint => key.Thumbprint;

    internal PublicNumbers Numbers => key.Numbers;

    /// <summary>
    /// Reads a public JWK (RFC 7517). Refused with CB3007 where it is malformed, holds a private key, is no point of its curve, or
    /// says by <c>use</c> or <c>alg</c> that it is for something else: a key that signs is not encrypted for.
    /// </summary>
    public static Outcome<RecipientKey> FromJwk(string json) =>
        VerificationKey.FromJwk(json).Then(key => AlgorithmOf(json, key.Kind).Map(algorithm => new RecipientKey(key, algorithm)));

    /// <summary>The key of a certificate; refused with CB3012 where its key usage has neither keyEncipherment nor keyAgreement (RFC 5280 section 4.2.1.3).</summary>
    public static Outcome<RecipientKey> FromCertificate(Certificate certificate)
    {
        const int KeyEncipherment = 2;
        const int KeyAgreement = 4;
        return certificate.Parsed.GetKeyUsage() is { } usage && !usage[KeyEncipherment] && !usage[KeyAgreement]
            ? ErrorCatalogue.PurposeWrong.With("The certificate's key usage has neither keyEncipherment nor keyAgreement.")
            : From(certificate.PublicKey);
    }

    /// <summary>Writes the public JWK, with <c>use</c> <c>enc</c> and <c>alg</c>.</summary>
    public string ToJwk() => EncryptionJwk.Write(key.Numbers, KeyId, Algorithm);

    /// <param name="key">Of any kind.</param>
    /// <param name="algorithm">The usual one for this kind of key where null.</param>
    internal static Outcome<RecipientKey> From(VerificationKey key, KeyManagementAlgorithm? algorithm = null)
    {
        if (algorithm is null)
            return UsualFor(key.Kind).Map(usual => new RecipientKey(key, usual));
        return algorithm.Kind == key.Kind
            ? new RecipientKey(key, algorithm)
            : ErrorCatalogue.KeyMalformed.With($"{algorithm} is not used with a key of kind {key.Kind}.");
    }

    /// <summary>Private and public keys alike: what a JWK says of its own use is kept to (RFC 7517 section 4.2 and 4.4).</summary>
    internal static Outcome<KeyManagementAlgorithm> AlgorithmOf(string json, KeyKind kind) =>
        StrictJson.Read<KeyManagementAlgorithm>(Encoding.UTF8.GetBytes(json), ErrorCatalogue.KeyMalformed, jwk =>
        {
            if (jwk.StringOf("use") is { } use && use != "enc")
                return ErrorCatalogue.KeyMalformed.With("The key's 'use' is not 'enc': it is not for encryption.");
            if (jwk.StringOf("alg") is not { } name)
                return UsualFor(kind);
            return EncryptionCatalogue.TryGetKeyManagement(name, out var algorithm) && algorithm.Kind == kind
                ? algorithm
                : ErrorCatalogue.KeyMalformed.With($"The key's 'alg' is none that is used with keys of kind {kind}.");
        });

    private static Outcome<KeyManagementAlgorithm> UsualFor(KeyKind kind) => EncryptionCatalogue.For(kind) is { } algorithm
        ? algorithm
        : ErrorCatalogue.KeyMalformed.With($"Nothing is encrypted for a key of kind {kind}.");
}
