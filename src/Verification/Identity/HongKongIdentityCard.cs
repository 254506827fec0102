using System.Text.RegularExpressions;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Identity;

/// <summary>The number of a Hong Kong identity card whose check character holds.</summary>
public sealed partial record HongKongIdentityCard
{
    private HongKongIdentityCard(string body, char check)
    {
        Body = body;
        Check = check;
    }

    /// <summary>Letters and digits before the brackets.</summary>
    public string Body { get; }

    /// <summary>The check character: a digit or A.</summary>
    public char Check { get; }

    /// <summary>Reads a number with or without brackets (CB3030).</summary>
    public static Outcome<HongKongIdentityCard> Parse(string? text)
    {
        if (Shape().Match(text?.Trim().ToUpperInvariant() ?? "") is not { Success: true } match)
            return ErrorCatalogue.IdentityCardInvalid.With("One or two letters, six digits and a check character are wanted.");

        var card = new HongKongIdentityCard(match.Groups["body"].Value, match.Groups["check"].Value[0]);
        return card.Check == CheckOf(card.Body)
            ? card
            : ErrorCatalogue.IdentityCardInvalid.With("The check character does not follow from the number.");
    }

    /// <summary>The number as printed, with brackets: <c>A123456(3)</c>.</summary>
    public override string ToString() => $"{Body}({Check})";

    /// <summary>Enough to recognise one's own number by, too little to use it: <c>A12****(*)</c>.</summary>
    public string Mask() => $"{Body[..^4]}****(*)";

    internal static char CheckOf(string body)
    {
        // One letter alone stands in the second place, with a blank (36) before it.
        var padded = body.PadLeft(8);
        var sum = 0;
        for (var index = 0; index < padded.Length; index++)
            sum += (9 - index) * ValueOf(padded[index]);

        return ((11 - sum % 11) % 11) switch
        {
            10 => 'A',
            var digit => (char)('0' + digit),
        };
    }

    private static int ValueOf(char character) => character switch
    {
        ' ' => 36,
        >= 'A' => character - 'A' + 10,
        _ => character - '0',
    };

    [GeneratedRegex(@"\A(?<body>[A-Z]{1,2}[0-9]{6})(?:\((?<check>[0-9A])\)|(?<check>[0-9A]))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
