using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Keys;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>RSA-OAEP-256.</summary>
internal sealed class RsaOaepOperation : PrivateOperation
{
    private readonly int modulusLength;
    private readonly KeyPool<RSA> pool;

    public RsaOaepOperation(PrivateNumbers numbers, RsaNumbers publicNumbers)
        : base(numbers)
    {
        var parameters = new RSAParameters
        {
            Modulus = publicNumbers.Parameters.Modulus, Exponent = publicNumbers.Parameters.Exponent,
            D = Member("d"), P = Member("p"), Q = Member("q"), DP = Member("dp"), DQ = Member("dq"), InverseQ = Member("qi"),
        };
        modulusLength = parameters.Modulus!.Length;
        pool = new KeyPool<RSA>(() => RSA.Create(parameters));
    }

    protected override byte[]? Apply(ReadOnlySpan<byte> input)
    {
        if (input.Length != modulusLength)
            return null;

        try
        {
            return pool.Use(input, static (rsa, encrypted) => rsa.Decrypt(encrypted, RSAEncryptionPadding.OaepSHA256));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    protected override void Close() => pool.Dispose();
}
