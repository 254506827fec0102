using System.Globalization;
using System.Text.RegularExpressions;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Identity;

/// <summary>The number of a mainland resident identity card (居民身份證, GB 11643-1999): address, birth date, sequence, check character.</summary>
public sealed partial record ResidentIdentityCard
{
    private readonly string number;

    private ResidentIdentityCard(string number, DateOnly birthdate)
    {
        this.number = number;
        Birthdate = birthdate;
    }

    /// <summary>The birth date inside the number.</summary>
    public DateOnly Birthdate { get; }

    /// <summary>The gender inside the number: M for an odd sequence, F for an even one.</summary>
    public string Gender => (number[16] - '0') % 2 == 1 ? "M" : "F";

    /// <summary>Reads a number of 18 characters (CB3039). The codes 81 to 83 are those of permits, see <see cref="ResidencePermit"/>.</summary>
    public static Outcome<ResidentIdentityCard> Parse(string? text)
    {
        var number = text?.Trim().ToUpperInvariant() ?? "";
        if (!Shape().IsMatch(number))
            return ErrorCatalogue.ResidentCardInvalid.With("18 characters are wanted, beginning with a mainland address code.");
        if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birthdate))
            return ErrorCatalogue.ResidentCardInvalid.With("The birth date inside the number does not exist.");

        return number[17] == Modulus11.CheckOf(number)
            ? new ResidentIdentityCard(number, birthdate)
            : ErrorCatalogue.ResidentCardInvalid.With("The check character does not follow from the number.");
    }

    /// <summary>The number.</summary>
    public override string ToString() => number;

    /// <summary>Without birth date and sequence: <c>440106***********4</c>.</summary>
    public string Mask() => $"{number[..6]}***********{number[^1]}";

    [GeneratedRegex(@"\A[1-6][0-9]{16}[0-9X]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
