using System.Globalization;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Trust.Inventory;
using Microsoft.AspNetCore.Html;

namespace CrossBorder.Federation.ConsolePages.Charts;

/// <summary>Certificates and keys that end within a year, the first on top: each a bar from today to its end.</summary>
internal static class ExpiryTimeline
{
    private const int Width = 640;
    private const int Row = 40;
    private const int Top = 26;
    private const int Most = 14;
    private const int Days = 365;

    /// <summary>What ends within a year, and what ended within the last month.</summary>
    public static IReadOnlyList<InventoryEntry> Of(IEnumerable<InventoryEntry> entries, DateTimeOffset now) =>
        [.. entries.Where(entry => entry.State is InventoryState.Active or InventoryState.Expired && entry.NotAfter is { } end
            && end < now.AddDays(Days) && end > now.AddDays(-30)).OrderBy(entry => entry.NotAfter)];

    public static IHtmlContent Draw(IReadOnlyList<InventoryEntry> ending, DateTimeOffset now, PageLanguage l)
    {
        var shown = ending.Take(Most).ToList();
        var bottom = Top + (shown.Count * Row);
        var drawing = new Drawing("expiry", Width, bottom + 8, l[ChartText.Timeline], l.Format(ChartText.TimelineDescription, ending.Count));
        for (var month = 0; month <= 12; month += 2)
        {
            var at = now.AddMonths(month);
            var x = X((at - now).TotalDays);
            drawing.Line(x, Top - 6, x, bottom, "grid");
            drawing.Text(x, 14, at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture), "small", month == 0 ? "start" : month == 12 ? "end" : "middle");
        }

        for (var i = 0; i < shown.Count; i++)
            Draw(drawing, shown[i], Top + (i * Row), now, l);
        return drawing.ToHtml();
    }

    public static int DaysLeft(InventoryEntry entry, DateTimeOffset now) => (int)Math.Floor((entry.NotAfter!.Value - now).TotalDays);

    private static void Draw(Drawing drawing, InventoryEntry entry, double y, DateTimeOffset now, PageLanguage l)
    {
        var left = DaysLeft(entry, now);
        var x = X(Math.Max(0, left));
        var remains = " · " + (left < 0 ? l[ConsoleListText.Expired] : l.Format(ConsoleListText.DaysLeft, left));
        // The days are never cut, whatever the name.
        var name = TextWidth.Fit(entry.Name, Width - 16 - TextWidth.Of(remains, Drawing.SizeOf("")), Drawing.SizeOf(""));
        drawing.Abridged(8, y + 13, name + remains, entry.Name + remains, left <= 30 ? "strong" : "");
        drawing.Box(8, y + 22, Math.Max(2, x - 8), 6, "bar");
        drawing.Mark(Math.Max(17, x), y + 25, left <= 7 ? 2 : left <= 30 ? 1 : 0);
    }

    private static double X(double days) => 8 + (Math.Min(days, Days + 1) * (Width - 26) / (Days + 1));
}
