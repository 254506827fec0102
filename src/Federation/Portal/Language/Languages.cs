namespace CrossBorder.Federation.Portal.Language;

/// <summary>The three languages of the pages, and how a browser's or a relying party's tags map to them.</summary>
internal static class Languages
{
    public const string TraditionalChinese = "zh-Hant";
    public const string SimplifiedChinese = "zh-Hans";
    public const string English = "en";

    public static IReadOnlyList<(string Tag, string Name)> All { get; } =
    [
        (TraditionalChinese, "繁體中文"),
        (SimplifiedChinese, "简体中文"),
        (English, "English"),
    ];

    /// <summary>The first known language of a space-separated list, as ui_locales is (OpenID Connect Core 3.1.2.1).</summary>
    public static string? FirstKnown(string? tags)
    {
        foreach (var tag in (tags ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (Match(tag) is { } known)
                return known;

        return null;
    }

    private static string? Match(string tag) => tag.ToUpperInvariant() switch
    {
        "ZH" or "ZH-HK" or "ZH-MO" or "ZH-TW" => TraditionalChinese,
        "ZH-CN" or "ZH-SG" => SimplifiedChinese,
        "EN" => English,
        var upper when upper.StartsWith("ZH-HANT", StringComparison.Ordinal) => TraditionalChinese,
        var upper when upper.StartsWith("ZH-HANS", StringComparison.Ordinal) => SimplifiedChinese,
        var upper when upper.StartsWith("EN-", StringComparison.Ordinal) => English,
        _ => null,
    };
}
