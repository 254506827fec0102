namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>Multiples of the curve's generator, made when first wanted: some milliseconds and 330 KB, once for the process.</summary>
internal static class GeneratorTable
{
    private const int Width = 8;

    private static readonly Lazy<CombTable> Table = new(() =>
    {
        var generator = AffinePoint.Generator;
        return new CombTable(in generator, Width);
    });

    public static CombTable Value => Table.Value;
}
