using System.Globalization;
using System.Text;
using QRCoder;

namespace CrossBorder.Federation.Officers;

/// <summary>What an authenticator reads with its camera, drawn here as SVG: the secret goes to nobody else.</summary>
internal static class AuthenticatorPattern
{
    private const string Issuer = "CrossBorder";

    public static string Address(string name, string secret) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(name)}?secret={secret}&issuer={Issuer}";

    public static string Draw(string name, string secret, string label)
    {
        using var generator = new QRCodeGenerator();
        using var pattern = generator.CreateQrCode(Address(name, secret), QRCodeGenerator.ECCLevel.M);
        var rows = pattern.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"pattern\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(label)}\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\"><rect width=\"{rows.Count}\" height=\"{rows.Count}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>");
    }
}
