using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Officers.Passkeys;

/// <summary>The mark of a browser in which nobody is signed in yet: a challenge that was shown here is answered here.</summary>
internal static class PasskeyBrowser
{
    private const string Cookie = "hub.passkey";

    private static readonly HostPrefixedCookies Cookies = new();

    public static string? MarkOf(HttpContext context) => Cookies.GetRequestCookie(context, Cookie) is { Length: > 0 and <= 64 } mark ? mark : null;

    /// <summary>Gives the browser a mark where it has none.</summary>
    public static string Mark(HttpContext context)
    {
        if (MarkOf(context) is { } known)
            return known;
        var mark = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        Cookies.AppendResponseCookie(context, Cookie, mark, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", IsEssential = true,
        });
        return mark;
    }
}
