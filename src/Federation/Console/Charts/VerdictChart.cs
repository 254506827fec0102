using System.Globalization;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Trust.Records;
using Microsoft.AspNetCore.Html;

namespace CrossBorder.Federation.ConsolePages.Charts;

/// <summary>What was accepted and refused on each of the last days: two bars a day, one plain and one striped.</summary>
internal static class VerdictChart
{
    public const int Days = 7;
    private const int Width = 640;
    private const int Height = 190;
    private const int Floor = 160;
    private const int Ceiling = 26;

    public static IReadOnlyList<VerdictDay> Of(IEnumerable<TrustCount> counts, DateTimeOffset now)
    {
        var byDay = counts.ToLookup(count => DateOnly.FromDateTime(count.Hour.UtcDateTime));
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return [.. Enumerable.Range(0, Days).Select(back => today.AddDays(back - Days + 1)).Select(day => new VerdictDay(
            day, byDay[day].Where(count => count.Code is null).Sum(count => count.Count), byDay[day].Where(count => count.Code is not null).Sum(count => count.Count)))];
    }

    /// <summary>Why it was refused, the most frequent first.</summary>
    public static IReadOnlyList<(string Code, string Party, long Count)> Reasons(IEnumerable<TrustCount> counts) =>
        [.. counts.Where(count => count.Code is not null).GroupBy(count => (count.Code!, count.Party))
            .Select(group => (group.Key.Item1, group.Key.Party, group.Sum(count => count.Count))).OrderByDescending(reason => reason.Item3).Take(20)];

    public static IHtmlContent Draw(IReadOnlyList<VerdictDay> days, PageLanguage l)
    {
        var most = Math.Max(1, days.Max(day => Math.Max(day.Accepted, day.Refused)));
        var drawing = new Drawing("verdicts", Width, Height, l[ChartText.Verdicts],
            l.Format(ChartText.VerdictsDescription, days.Sum(day => day.Accepted), days.Sum(day => day.Refused), days.Count));
        var step = Width / (double)days.Count;
        for (var i = 0; i < days.Count; i++)
        {
            var x = i * step;
            Bar(drawing, x + (step * .14), step * .34, days[i].Accepted, most, striped: false);
            Bar(drawing, x + (step * .52), step * .34, days[i].Refused, most, striped: true);
            drawing.Text(x + (step / 2), Floor + 18, days[i].Day.ToString("MM-dd", CultureInfo.InvariantCulture), "small", "middle");
        }

        drawing.Line(0, Floor, Width, Floor, "axis");
        return drawing.ToHtml();
    }

    private static void Bar(Drawing drawing, double x, double wide, long count, long most, bool striped)
    {
        var high = count * (double)(Floor - Ceiling) / most;
        if (striped)
            drawing.Striped(x, Floor - high, wide, high);
        else
            drawing.Box(x, Floor - high, wide, high, "bar");
        drawing.Text(x + (wide / 2), Floor - high - 5, count.ToString(CultureInfo.InvariantCulture), "small", "middle");
    }
}

/// <summary>One day, UTC.</summary>
internal sealed record VerdictDay(DateOnly Day, long Accepted, long Refused);
