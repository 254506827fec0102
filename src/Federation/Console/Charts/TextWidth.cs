using System.Text;

namespace CrossBorder.Federation.ConsolePages.Charts;

/// <summary>How wide text comes out. A picture that is drawn on the server cannot measure, and fonts differ: letters are taken for rather too wide, so that a box holds what is put in it.</summary>
internal static class TextWidth
{
    private const string Cut = "…";

    /// <param name="text">One line.</param>
    /// <param name="size">Of the bold font, in the picture's units; less for a lighter one.</param>
    public static double Of(string text, double size) => text.EnumerateRunes().Sum(Share) * size;

    /// <summary>As much of a text as has room, with a sign where some is missing.</summary>
    public static string Fit(string text, double room, double size)
    {
        if (Of(text, size) <= room)
            return text;
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Of(kept.ToString() + rune + Cut, size) > room)
                break;
            kept.Append(rune);
        }

        return kept.ToString().TrimEnd() + Cut;
    }

    /// <summary>The text in at most so many lines; what has no room on the last is cut there.</summary>
    public static IReadOnlyList<string> Wrap(string text, double room, double size, int most)
    {
        var lines = new List<string>();
        var rest = text;
        while (lines.Count < most - 1 && Of(rest, size) > room)
        {
            var taken = FirstLine(rest, room, size);
            lines.Add(rest[..taken].TrimEnd());
            rest = rest[taken..].TrimStart();
        }

        return [.. lines, Fit(rest, room, size)];
    }

    // After the last space that has room; inside a word, or between Chinese characters, where there is none.
    private static int FirstLine(string text, double room, double size)
    {
        var most = 1;
        while (most < text.Length && Of(text[..(most + 1)], size) <= room)
            most++;
        if (char.IsHighSurrogate(text[most - 1]) && most > 1)
            most--;
        var space = text.LastIndexOf(' ', most - 1, most);
        return space > 0 ? space + 1 : most;
    }

    private static double Share(Rune rune) => rune.Value switch
    {
        >= 0x2e80 => 1.02,
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => .4,
        ' ' or 'f' or 'r' or 't' or '-' or '(' or ')' or '/' => .5,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 1.06,
        >= 'A' and <= 'Z' => .84,
        _ => .7,
    };
}
