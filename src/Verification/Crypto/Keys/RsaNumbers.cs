using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Keys;

[SuppressMessage("Design", "CA1001", Justification = "A public key is shared and lives as long as the last who holds it; the pool frees its handles by finalisers.")]
internal sealed class RsaNumbers : PublicNumbers
{
    private readonly KeyPool<RSA> pool;

    private RsaNumbers(RSAParameters parameters)
    {
        Parameters = parameters;
        pool = new KeyPool<RSA>(() => RSA.Create(parameters));
    }

    public RSAParameters Parameters { get; }

    public override KeyKind Kind => KeyKind.Rsa;

    public override string CanonicalJwk =>
        $$"""{"e":"{{Base64Url.Encode(Parameters.Exponent)}}","kty":"RSA","n":"{{Base64Url.Encode(Parameters.Modulus)}}"}""";

    public static Outcome<PublicNumbers> From(RSAParameters parameters)
    {
        var trimmed = new RSAParameters
        {
            Modulus = parameters.Modulus.AsSpan().TrimStart((byte)0).ToArray(),
            Exponent = parameters.Exponent.AsSpan().TrimStart((byte)0).ToArray(),
        };
        return RsaRules.Violation(trimmed) is { } violation ? violation : new RsaNumbers(trimmed);
    }

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        // A signature is as long as the modulus (RFC 8017 sections 8.1.2 and 8.2.2), leading zeros included.
        if (signature.Length != Parameters.Modulus!.Length)
            return false;

        Span<byte> space = stackalloc byte[SHA512.HashSizeInBytes];
        return pool.Use(new Input(algorithm, algorithm.Hash(data, space), signature), static (rsa, input) =>
            rsa.VerifyHash(input.Hash, input.Signature, input.Algorithm.HashName, PaddingOf(input.Algorithm)));
    }

    /// <summary>PS256, PS384 and PS512 have a salt as long as the hash (RFC 7518 section 3.5), which is the platform's way too.</summary>
    public static RSASignaturePadding PaddingOf(SignatureAlgorithm algorithm) =>
        algorithm.Name.StartsWith('P') ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;

    private readonly ref struct Input(SignatureAlgorithm algorithm, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        public readonly SignatureAlgorithm Algorithm = algorithm;
        public readonly ReadOnlySpan<byte> Hash = hash;
        public readonly ReadOnlySpan<byte> Signature = signature;
    }
}
