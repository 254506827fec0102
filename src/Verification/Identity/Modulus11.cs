namespace CrossBorder.Verification.Identity;

/// <summary>The check character of eighteen-character numbers: ISO 7064 MOD 11-2, as GB 11643-1999 uses it.</summary>
internal static class Modulus11
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <param name="number">At least seventeen digits; what follows them is not looked at.</param>
    public static char CheckOf(string number) => "10X98765432"[Weights.Select((weight, index) => weight * (number[index] - '0')).Sum() % 11];
}
