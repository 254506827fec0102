using System.Net;
using System.Text.RegularExpressions;

namespace CrossBorder.Sandbox.Browsing;

/// <summary>Where a browser stands, and what it shows there.</summary>
/// <param name="Stopped">True where the browser was told to go no further: the address was not fetched.</param>
public sealed record Page(Uri Address, HttpStatusCode Status, string Html, bool Stopped = false)
{
    /// <summary>The visible text, roughly.</summary>
    public string Text => WebUtility.HtmlDecode(HtmlPatterns.Tag().Replace(HtmlPatterns.Invisible().Replace(Html, " "), " "));

    /// <summary>The forms that post, in the order of the page.</summary>
    public IReadOnlyList<PageForm> Forms => [.. HtmlPatterns.Form().Matches(Html)
        .Select(match => PageForm.Read(Address, match.Groups["attributes"].Value, match.Groups["body"].Value))
        .Where(form => form.Posts)];

    /// <summary>A parameter of the address, such as <c>code</c>.</summary>
    public string? Parameter(string name) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Address.Query).TryGetValue(name, out var value) ? value.ToString() : null;
}

internal static partial class HtmlPatterns
{
    [GeneratedRegex("<(script|style|title)\\b.*?</\\1>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    public static partial Regex Invisible();

    [GeneratedRegex("<[^>]*>", RegexOptions.Singleline)]
    public static partial Regex Tag();

    [GeneratedRegex("<form(?<attributes>[^>]*)>(?<body>.*?)</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    public static partial Regex Form();

    [GeneratedRegex("<(?<tag>input|button)\\b(?<attributes>[^>]*)>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    public static partial Regex Control();

    [GeneratedRegex("(?<name>[\\w-]+)(\\s*=\\s*(\"(?<value>[^\"]*)\"|'(?<value>[^']*)'|(?<value>[^\\s>]+)))?", RegexOptions.Singleline)]
    public static partial Regex Attribute();
}
