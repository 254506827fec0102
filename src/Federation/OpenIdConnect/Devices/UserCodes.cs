namespace CrossBorder.Federation.OpenIdConnect.Devices;

/// <summary>
/// Codes that people type: eight consonants, which spell no word and of which none looks like a digit (RFC 8628 section 6.1). There are
/// 2.5 × 10¹⁰ of them, each good for ten minutes.
/// </summary>
internal static class UserCodes
{
    public const int Length = 8;

    /// <summary>How OpenIddict shows one: two groups of four.</summary>
    public const string Format = "{0}{1}{2}{3}-{4}{5}{6}{7}";

    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";
    private const int Group = 4;

    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(10);

    public static string[] Charset { get; } = [.. Letters.Select(letter => letter.ToString())];

    /// <summary>What somebody typed, as the code is written: small letters, blanks and hyphens do not matter. Null for what is no code at all.</summary>
    public static string? Read(string? typed)
    {
        var letters = string.Concat((typed ?? "").Where(letter => letter is not (' ' or '-' or '\u3000')).Select(char.ToUpperInvariant));
        return letters.Length == Length && letters.All(Letters.Contains) ? letters : null;
    }

    public static string Shown(string code) => Read(code) is { } letters ? $"{letters[..Group]}-{letters[Group..]}" : code;
}
