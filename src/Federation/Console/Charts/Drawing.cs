using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace CrossBorder.Federation.ConsolePages.Charts;

/// <summary>
/// A picture in SVG: an image with a title and a description for who does not see it. It has neither script nor style of its own; shapes and
/// patterns tell apart what colours tell apart too, so that it reads in print.
/// </summary>
internal sealed class Drawing(string id, int width, int height, string title, string description)
{
    private readonly StringBuilder body = new();

    public void Line(double x1, double y1, double x2, double y2, string look) =>
        Add($"""<line x1="{x1:0.#}" y1="{y1:0.#}" x2="{x2:0.#}" y2="{y2:0.#}" class="{look}"/>""");

    public void Box(double x, double y, double wide, double high, string look, int corner = 0) =>
        Add($"""<rect x="{x:0.#}" y="{y:0.#}" width="{wide:0.#}" height="{high:0.#}" rx="{corner}" class="{look}"/>""");

    /// <summary>A box filled with stripes: what is refused.</summary>
    public void Striped(double x, double y, double wide, double high) =>
        Add($"""<rect x="{x:0.#}" y="{y:0.#}" width="{wide:0.#}" height="{high:0.#}" fill="url(#{id}-stripes)" class="striped"/>""");

    /// <summary>A circle, a triangle or a diamond: the sharper, the more urgent.</summary>
    public void Mark(double x, double y, int urgency) => Add(urgency switch
    {
        0 => $"""<circle cx="{x:0.#}" cy="{y:0.#}" r="6" class="mark"/>""",
        1 => $"""<path d="M{x:0.#} {y - 8:0.#}l8 14h-16z" class="mark soon"/>""",
        _ => $"""<path d="M{x:0.#} {y - 9:0.#}l9 9l-9 9l-9-9z" class="mark urgent"/>""",
    });

    public void Text(double x, double y, string text, string look = "", string anchor = "start") =>
        body.Append(CultureInfo.InvariantCulture, $"""<text x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}" class="{look}">""").Append(Encode(text)).Append("</text>");

    /// <summary>A line that stays within its room. What is cut of it is told by its title, to who points at it.</summary>
    public void Fitted(double x, double y, double room, string text, string look = "")
    {
        Abridged(x, y, TextWidth.Fit(text, room, SizeOf(look)), text, look);
    }

    /// <summary>A text of which a part may be missing: the whole is its title then.</summary>
    public void Abridged(double x, double y, string shown, string whole, string look = "")
    {
        body.Append(CultureInfo.InvariantCulture, $"""<text x="{x:0.#}" y="{y:0.#}" class="{look}">""");
        if (shown != whole)
            body.Append("<title>").Append(Encode(whole)).Append("</title>");
        body.Append(Encode(shown)).Append("</text>");
    }

    /// <summary>Lines below each other that are one text.</summary>
    public void Lines(double x, double y, double step, IReadOnlyList<string> lines, string whole, string look = "")
    {
        var isCut = lines[^1].EndsWith('…');
        for (var i = 0; i < lines.Count; i++)
            Abridged(x, y + (step * i), lines[i], isCut ? whole : lines[i], look);
    }

    /// <summary>The size to measure a look by: the font's as console.css has it, and less where it is not bold.</summary>
    public static double SizeOf(string look)
    {
        var looks = look.Split(' ');
        var size = looks.Contains("small") ? 12 : 14;
        return looks.Contains("strong") || looks.Contains("fault") ? size : size * .9;
    }

    public IHtmlContent ToHtml() => new HtmlString(string.Create(CultureInfo.InvariantCulture, $"""
        <svg class="chart" role="img" aria-labelledby="{id}-title {id}-description" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg"><title id="{id}-title">{Encode(title)}</title><desc id="{id}-description">{Encode(description)}</desc><defs><pattern id="{id}-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="6" class="stripe"/></pattern></defs>{body}</svg>
        """));

    private void Add(FormattableString shape) => body.Append(shape.ToString(CultureInfo.InvariantCulture));

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
