using System.Diagnostics.CodeAnalysis;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// The allow-list. An algorithm that is not here does not exist for this product: <c>none</c>, HMAC with SHA-2 and SHA-1 never get in.
/// What is taken for one use is narrower: <see cref="AlgorithmPolicy"/>.
/// </summary>
public static class AlgorithmCatalogue
{
    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3).</summary>
    public static SignatureAlgorithm RS256 { get; } = new("RS256", KeyKind.Rsa, "SHA256");

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-384 (RFC 7518 section 3.3).</summary>
    public static SignatureAlgorithm RS384 { get; } = new("RS384", KeyKind.Rsa, "SHA384");

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-512 (RFC 7518 section 3.3).</summary>
    public static SignatureAlgorithm RS512 { get; } = new("RS512", KeyKind.Rsa, "SHA512");

    /// <summary>RSASSA-PSS with SHA-256 and MGF1 with SHA-256 (RFC 7518 section 3.5).</summary>
    public static SignatureAlgorithm PS256 { get; } = new("PS256", KeyKind.Rsa, "SHA256");

    /// <summary>RSASSA-PSS with SHA-384 and MGF1 with SHA-384 (RFC 7518 section 3.5).</summary>
    public static SignatureAlgorithm PS384 { get; } = new("PS384", KeyKind.Rsa, "SHA384");

    /// <summary>RSASSA-PSS with SHA-512 and MGF1 with SHA-512 (RFC 7518 section 3.5).</summary>
    public static SignatureAlgorithm PS512 { get; } = new("PS512", KeyKind.Rsa, "SHA512");

    /// <summary>ECDSA on P-256 with SHA-256 (RFC 7518 section 3.4); raw r||s, 64 bytes.</summary>
    public static SignatureAlgorithm ES256 { get; } = new("ES256", KeyKind.EcP256, "SHA256");

    /// <summary>ECDSA on P-384 with SHA-384 (RFC 7518 section 3.4); raw r||s, 96 bytes.</summary>
    public static SignatureAlgorithm ES384 { get; } = new("ES384", KeyKind.EcP384, "SHA384");

    /// <summary>ECDSA on P-521 with SHA-512 (RFC 7518 section 3.4); raw r||s, 132 bytes.</summary>
    public static SignatureAlgorithm ES512 { get; } = new("ES512", KeyKind.EcP521, "SHA512");

    /// <summary>
    /// EdDSA on Ed25519 alone (RFC 8037 section 3.1); 64 bytes. For registered keys: certificates that hold such a key are not read (CB3007).
    /// Taken for no use by <see cref="AlgorithmPolicy.Default"/>.
    /// </summary>
    public static SignatureAlgorithm EdDSA { get; } = new("EdDSA", KeyKind.Ed25519, "SHA512");

    /// <summary>SM2 with SM3 under the name of GM/T 0125; raw r||s over the signing input, with Z of the default user id.</summary>
    public static SignatureAlgorithm Sm2 { get; } = new("SGD_SM3_SM2", KeyKind.Sm2, "SM3");

    /// <summary>
    /// HMAC with SM3 under the name of GM/T 0125, for <see cref="MacContent"/> alone. It signs nothing and is not among <see cref="All"/>,
    /// so nothing that expects a signature takes it.
    /// </summary>
    public const string Sm3Hmac = "SGD_SM3_HMAC";

    /// <summary>All signature algorithms: what exists, not what is taken somewhere.</summary>
    public static IReadOnlyList<SignatureAlgorithm> All { get; } = [RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, Sm2];

    /// <summary>The algorithm of that name; names are case-sensitive (RFC 7515 section 4.1.1).</summary>
    public static bool TryGet(string? name, [NotNullWhen(true)] out SignatureAlgorithm? algorithm)
    {
        algorithm = All.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
        return algorithm is not null;
    }
}
