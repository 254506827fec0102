using System.Text.RegularExpressions;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Identity;

/// <summary>The number of a Mainland Travel Permit for Hong Kong and Macao Residents (回鄉證). It has no check digit.</summary>
public sealed partial record HomeReturnPermit
{
    private const int KeyLength = 9;
    private readonly string number;

    private HomeReturnPermit(string number) => this.number = number;

    /// <summary>The first nine characters, which stay with the holder for life: old and renewed cards of one person share them.</summary>
    public string CanonicalKey => number[..KeyLength];

    /// <summary>How often the card was issued again, where the number says so (cards of 1999).</summary>
    public int? Reissue => number.Length > KeyLength ? int.Parse(number[KeyLength..], System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>True for a permit of a permanent resident who is not Chinese (HA, MA; since 2024).</summary>
    public bool IsForNonChinese => number[1] == 'A';

    /// <summary>Reads a number of 9 or 11 characters (CB3031).</summary>
    public static Outcome<HomeReturnPermit> Parse(string? text)
    {
        var number = text?.Trim().ToUpperInvariant() ?? "";
        return Shape().IsMatch(number)
            ? new HomeReturnPermit(number)
            : ErrorCatalogue.HomeReturnPermitInvalid.With("H or M with 8 or 10 digits, or HA or MA with 7 digits, is wanted.");
    }

    /// <summary>The number as it was given.</summary>
    public override string ToString() => number;

    /// <summary>Enough to recognise one's own number by: <c>H12****78</c>.</summary>
    public string Mask() => $"{number[..3]}****{CanonicalKey[^2..]}";

    [GeneratedRegex(@"\A(?:[HM][0-9]{8}(?:[0-9]{2})?|[HM]A[0-9]{7})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
