using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Crypto.Sm2;
using Org.BouncyCastle.Math;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>SM2 decryption. The number lives as bytes that can be zeroed, and as BouncyCastle's number only while it is used.</summary>
internal sealed class Sm2Operation(PrivateNumbers numbers) : PrivateOperation(numbers)
{
    protected override byte[]? Apply(ReadOnlySpan<byte> input) => Sm2Encryption.Decrypt(new BigInteger(1, Member("d")), input);

    protected override void Close()
    {
    }
}
