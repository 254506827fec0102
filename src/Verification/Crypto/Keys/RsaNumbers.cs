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
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        return pool.Use(new Input(hash, signature, PaddingOf(algorithm)), static (rsa, input) =>
            rsa.VerifyHash(input.Hash, input.Signature, HashAlgorithmName.SHA256, input.Padding));
    }

    public static RSASignaturePadding PaddingOf(SignatureAlgorithm algorithm) =>
        algorithm == AlgorithmCatalogue.PS256 ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;

    private readonly ref struct Input(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature, RSASignaturePadding padding)
    {
        public readonly ReadOnlySpan<byte> Hash = hash;
        public readonly ReadOnlySpan<byte> Signature = signature;
        public readonly RSASignaturePadding Padding = padding;
    }
}
