using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace CrossBorder.Federation.Portal;

/// <summary>A pattern that cameras read, drawn here as SVG: what it holds goes to nobody else.</summary>
internal static class Pattern
{
    /// <param name="content">What the camera reads.</param>
    /// <param name="label">What it is, for those who do not see it.</param>
    public static string Draw(string content, string label)
    {
        using var generator = new QRCodeGenerator();
        using var pattern = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var rows = pattern.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"pattern\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\"><rect width=\"{rows.Count}\" height=\"{rows.Count}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>");
    }
}
