using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Sandbox.Hosting;

/// <summary>The three languages of the counterparties' pages.</summary>
internal static class PageLanguages
{
    private static readonly (string Tag, string Name)[] All = [("zh-Hant", "繁體"), ("zh-Hans", "简体"), ("en", "English")];

    /// <summary>The language asked for first that there is; null where none is.</summary>
    public static string? Known(string? tags)
    {
        foreach (var tag in (tags ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return "en";
            if (tag.StartsWith("zh-Hans", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("zh-CN", StringComparison.OrdinalIgnoreCase))
                return "zh-Hans";
            if (tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
                return "zh-Hant";
        }

        return null;
    }

    /// <summary>Links to the same page in the other languages.</summary>
    public static string Links(string address, string current)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(question < 0 ? "" : address[question..]);
        return string.Concat(All.Select(language =>
        {
            if (language.Tag == current)
                return $"<strong lang=\"{language.Tag}\" aria-current=\"true\">{language.Name}</strong>";
            query["ui_locales"] = language.Tag;
            var there = QueryHelpers.AddQueryString(question < 0 ? address : address[..question], query);
            return $"<a lang=\"{language.Tag}\" href=\"{HtmlPage.Encode(there)}\">{language.Name}</a>";
        }));
    }
}
