namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>Windows of a scalar's bits.</summary>
internal static class ScalarDigits
{
    /// <summary>
    /// So many bits from a bit on, the lowest being bit 0; the scalar has its highest byte first, and above it are zeros. Which
    /// bytes are read depends on the position alone.
    /// </summary>
    public static int At(ReadOnlySpan<byte> scalar, int bit, int width)
    {
        var low = bit / 8;
        var bits = ByteAt(scalar, low) | (ByteAt(scalar, low + 1) << 8);
        return (bits >> (bit % 8)) & ((1 << width) - 1);
    }

    private static int ByteAt(ReadOnlySpan<byte> scalar, int index) => index < scalar.Length ? scalar[scalar.Length - 1 - index] : 0;
}
