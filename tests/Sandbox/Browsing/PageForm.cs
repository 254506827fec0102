using System.Net;

namespace CrossBorder.Sandbox.Browsing;

/// <summary>A form of a page: where it posts to, its fields with their values, and its buttons.</summary>
public sealed record PageForm(Uri Action, bool Posts, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<PageButton> Buttons)
{
    internal static PageForm Read(Uri page, string attributes, string body)
    {
        var form = Attributes(attributes);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var buttons = new List<PageButton>();
        foreach (var control in HtmlPatterns.Control().Matches(body).Select(match => (Tag: match.Groups["tag"].Value, Attributes: Attributes(match.Groups["attributes"].Value))))
        {
            var name = control.Attributes.GetValueOrDefault("name");
            var value = control.Attributes.GetValueOrDefault("value") ?? "";
            var type = control.Attributes.GetValueOrDefault("type") ?? (control.Tag == "button" ? "submit" : "text");
            if (type == "submit")
                buttons.Add(new PageButton(name, value, control.Attributes.GetValueOrDefault("formaction")));
            else if (name is not null && (type is not ("checkbox" or "radio") || control.Attributes.ContainsKey("checked")))
                fields.TryAdd(name, type is "checkbox" && value.Length == 0 ? "on" : value);
        }

        var action = form.GetValueOrDefault("action");
        return new PageForm(
            string.IsNullOrEmpty(action) ? page : new Uri(page, action),
            string.Equals(form.GetValueOrDefault("method"), "post", StringComparison.OrdinalIgnoreCase),
            fields, buttons);
    }

    private static Dictionary<string, string> Attributes(string text)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (System.Text.RegularExpressions.Match match in HtmlPatterns.Attribute().Matches(text))
            attributes.TryAdd(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value));
        return attributes;
    }
}

/// <summary>A button that submits its form.</summary>
public sealed record PageButton(string? Name, string Value, string? Action);
