using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Verification.Crypto.IdentityModel;

/// <summary>Signs and verifies for Microsoft.IdentityModel with a key of ours.</summary>
internal sealed class CatalogueSignatureProvider(CatalogueSecurityKey key, SignatureAlgorithm algorithm) : SignatureProvider(key, algorithm.Name)
{
    public override byte[] Sign(byte[] input) => Sign(input.AsSpan());

    public override byte[] Sign(byte[] input, int offset, int count) => Sign(input.AsSpan(offset, count));

    public override bool Sign(ReadOnlySpan<byte> data, Span<byte> destination, out int bytesWritten)
    {
        var signature = Sign(data);
        bytesWritten = signature.Length;
        return signature.AsSpan().TryCopyTo(destination);
    }

    public override bool Verify(byte[] input, byte[] signature) => key.PublicKey.Verify(algorithm, input, signature);

    public override bool Verify(byte[] input, int inputOffset, int inputLength, byte[] signature, int signatureOffset, int signatureLength) =>
        key.PublicKey.Verify(algorithm, input.AsSpan(inputOffset, inputLength), signature.AsSpan(signatureOffset, signatureLength));

    protected override void Dispose(bool disposing)
    {
    }

    private byte[] Sign(ReadOnlySpan<byte> data) => key.SigningKey is { } signing && signing.Algorithm == algorithm
        ? signing.Sign(data)
        : throw new InvalidOperationException($"Key '{key.KeyId}' does not sign with {algorithm.Name}.");
}
