using System.Text.RegularExpressions;

namespace CrossBorder.Federation.Tests.Backup;

internal static partial class Moments
{
    /// <summary>Moments in a line, each to the microsecond.</summary>
    public static string Cut(string line) => Fraction().Replace(line, match => $".{match.Groups[1].Value.PadRight(6, '0')[..6]}{match.Groups[2].Value}");

    [GeneratedRegex(@"\.(\d{1,7})([+Z])")]
    private static partial Regex Fraction();
}
