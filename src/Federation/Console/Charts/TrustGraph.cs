using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Trust.Inventory;
using Microsoft.AspNetCore.Html;

namespace CrossBorder.Federation.ConsolePages.Charts;

/// <summary>Whom the hub believes through which anchor: from the place over its anchor to what may be signed below it, and who rests on that.</summary>
internal static class TrustGraph
{
    private const int Width = 640;
    private const int Line = 17;
    private const int Gap = 14;
    private const int BoxRoom = 194;
    private const int RightRoom = Width - 378 - 4;
    private const int MostNameLines = 3;

    public static IReadOnlyList<TrustBranch> Of(IReadOnlyList<InventoryEntry> entries) =>
        [.. entries.Where(entry => entry.Kind == InventoryKind.Anchor && IsNow(entry))
            .OrderBy(entry => entry.Jurisdiction, StringComparer.Ordinal).ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(anchor => new TrustBranch(anchor, [.. entries.Where(entry => entry.Kind == InventoryKind.Intermediate && IsNow(entry)
                && entry.Certificate!.Issuer == anchor.Certificate!.Subject && entry.Fingerprint != anchor.Fingerprint)]))];

    public static IHtmlContent Draw(IReadOnlyList<TrustBranch> branches, PageLanguage l)
    {
        var height = branches.Sum(branch => High(branch) + Gap) + 4;
        var drawing = new Drawing("trust", Width, height, l[ChartText.Graph],
            l.Format(ChartText.GraphDescription, branches.Count, branches.Select(branch => branch.Anchor.Jurisdiction).Distinct().Count()));
        double y = 4;
        string? place = null;
        double placeAt = 0;
        foreach (var branch in branches)
        {
            var high = High(branch);
            var middle = y + (high / 2d);
            if (branch.Anchor.Jurisdiction != place)
            {
                (place, placeAt) = (branch.Anchor.Jurisdiction, middle);
                drawing.Box(2, middle - 15, 76, 30, "node place", 4);
                drawing.Text(40, middle + 5, place, "strong", "middle");
                drawing.Line(78, middle, 120, middle, "edge");
            }
            else
            {
                drawing.Line(99, placeAt, 99, middle, "edge");
                drawing.Line(99, middle, 120, middle, "edge");
            }

            Draw(drawing, branch, y, high, l);
            y += high + Gap;
        }

        return drawing.ToHtml();
    }

    private static void Draw(Drawing drawing, TrustBranch branch, double y, int high, PageLanguage l)
    {
        var anchor = branch.Anchor;
        var believed = anchor.State == InventoryState.Active;
        drawing.Box(120, y, 210, high, believed ? "node" : "node out", 4);
        var name = NameOf(anchor);
        drawing.Lines(128, y + 18, Line, name, anchor.Name, "strong");
        var below = y + 18 + (Line * name.Count);
        if (!believed)
        {
            drawing.Fitted(128, below, BoxRoom, l[ChangeText.OutOfTrust], "fault");
            below += Line;
        }

        for (var i = 0; i < branch.Intermediates.Count; i++)
            DrawBelow(drawing, branch.Intermediates[i], below + (Line * i));
        drawing.Line(330, y + (high / 2d), 372, y + (high / 2d), believed ? "edge" : "edge out");
        var lines = Right(branch);
        for (var i = 0; i < lines.Count; i++)
            drawing.Fitted(378, y + 18 + (Line * i), RightRoom, lines[i].Text, lines[i].Look);
    }

    // One that is out of trust says so by a sign, for who does not see colours.
    private static void DrawBelow(Drawing drawing, InventoryEntry authority, double y)
    {
        var believed = authority.State == InventoryState.Active;
        drawing.Fitted(128, y, BoxRoom, (believed ? "└ " : "└ ✕ ") + Short(authority.Name), believed ? "small" : "small fault");
    }

    private static List<(string Text, string Look)> Right(TrustBranch branch) =>
    [
        .. branch.Anchor.Purposes.Select(purpose => (purpose, "")),
        .. branch.Anchor.UsedBy.Take(6).Select(use => ("← " + use.Name, "small")),
        .. branch.Anchor.UsedBy.Count > 6 ? ((string, string)[])[($"… {branch.Anchor.UsedBy.Count - 6}", "small")] : [],
    ];

    private static int High(TrustBranch branch) =>
        10 + (Line * Math.Max(NameOf(branch.Anchor).Count + branch.Intermediates.Count + (branch.Anchor.State == InventoryState.Active ? 0 : 1), Right(branch).Count));

    private static IReadOnlyList<string> NameOf(InventoryEntry anchor) => TextWidth.Wrap(anchor.Name, BoxRoom, Drawing.SizeOf("strong"), MostNameLines);

    // An authority of the settings is called by its whole subject; a box has room for the common name.
    private static string Short(string name) => name[(name.LastIndexOf("CN=", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..];

    private static bool IsNow(InventoryEntry entry) =>
        entry.State is InventoryState.Active or InventoryState.Suspended or InventoryState.Revoked or InventoryState.Expired;
}

/// <summary>An anchor, and the authorities right below it.</summary>
internal sealed record TrustBranch(InventoryEntry Anchor, IReadOnlyList<InventoryEntry> Intermediates);
