using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Identity;

/// <summary>The unified social credit code of a mainland organisation (GB 32100-2015).</summary>
public sealed record UnifiedSocialCreditCode
{
    private const string Symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;
    private readonly string code;

    private UnifiedSocialCreditCode(string code) => this.code = code;

    /// <summary>Reads a code of 18 characters (CB3033).</summary>
    public static Outcome<UnifiedSocialCreditCode> Parse(string? text)
    {
        var code = text?.Trim().ToUpperInvariant() ?? "";
        if (code.Length != Length || code.Any(character => !Symbols.Contains(character, StringComparison.Ordinal)))
            return ErrorCatalogue.CreditCodeInvalid.With("18 digits or capitals without I, O, S, V and Z are wanted.");

        return code[^1] == CheckOf(code)
            ? new UnifiedSocialCreditCode(code)
            : ErrorCatalogue.CreditCodeInvalid.With("The check character does not follow from the code.");
    }

    /// <summary>The code.</summary>
    public override string ToString() => code;

    /// <summary>Enough to recognise the organisation by: <c>9135**********0Y43</c> keeps the first and last four.</summary>
    public string Mask() => $"{code[..4]}**********{code[^4..]}";

    internal static char CheckOf(string code)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in code.AsSpan(0, Length - 1))
        {
            sum += Symbols.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Symbols[(31 - sum % 31) % 31];
    }
}
