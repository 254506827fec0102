using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>Which RSA keys are taken.</summary>
internal static class RsaRules
{
    private const int SmallestModulus = 2048;

    /// <summary>Larger ones prove nothing more, and let a stranger's certificate cost us seconds.</summary>
    private const int LargestModulus = 8192;

    public static Error? Violation(RSAParameters parameters)
    {
        var modulus = parameters.Modulus.AsSpan().TrimStart((byte)0);
        var bits = modulus.Length * 8 - (modulus.Length == 0 ? 0 : int.LeadingZeroCount(modulus[0]) - 24);
        if (bits is < SmallestModulus or > LargestModulus)
            return ErrorCatalogue.KeyMalformed.With($"An RSA modulus has {SmallestModulus} to {LargestModulus} bits; this one has {bits}.");

        var exponent = parameters.Exponent.AsSpan().TrimStart((byte)0);
        return exponent.Length is 0 or > 4 || (exponent[^1] & 1) == 0 || (exponent.Length == 1 && exponent[0] == 1)
            ? ErrorCatalogue.KeyMalformed.With("An RSA exponent is an odd number from 3 to 32 bits.")
            : null;
    }
}
