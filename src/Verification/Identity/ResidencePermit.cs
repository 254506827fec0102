using System.Globalization;
using System.Text.RegularExpressions;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Identity;

/// <summary>The number of a residence permit for Hong Kong, Macao and Taiwan residents (港澳台居民居住證): ISO 7064 MOD 11-2.</summary>
public sealed partial record ResidencePermit
{
    private readonly string number;

    private ResidencePermit(string number, DateOnly birthdate)
    {
        this.number = number;
        Birthdate = birthdate;
    }

    /// <summary>The birth date inside the number.</summary>
    public DateOnly Birthdate { get; }

    /// <summary>The gender inside the number: M for an odd sequence, F for an even one.</summary>
    public string Gender => (number[16] - '0') % 2 == 1 ? "M" : "F";

    /// <summary>Reads a number of 18 characters (CB3032).</summary>
    public static Outcome<ResidencePermit> Parse(string? text)
    {
        var number = text?.Trim().ToUpperInvariant() ?? "";
        if (!Shape().IsMatch(number))
            return ErrorCatalogue.ResidencePermitInvalid.With("18 characters are wanted, beginning with 810000, 820000 or 830000.");
        if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birthdate))
            return ErrorCatalogue.ResidencePermitInvalid.With("The birth date inside the number does not exist.");

        return number[17] == Modulus11.CheckOf(number)
            ? new ResidencePermit(number, birthdate)
            : ErrorCatalogue.ResidencePermitInvalid.With("The check character does not follow from the number.");
    }

    /// <summary>The number.</summary>
    public override string ToString() => number;

    /// <summary>Without birth date and sequence: <c>810000***********9</c>.</summary>
    public string Mask() => $"{number[..6]}***********{number[^1]}";

    [GeneratedRegex(@"\A8[123]0000[0-9]{11}[0-9X]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
