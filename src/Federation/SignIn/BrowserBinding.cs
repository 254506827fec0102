using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.SignIn;

/// <summary>Ties journeys to the browser that began them by a secret in a cookie of its own.</summary>
internal static class BrowserBinding
{
    private const string CookieName = "hub.browser";

    public static string NewId() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));

    /// <summary>The hash of this browser's secret; the secret is made where there is none.</summary>
    public static string HashFor(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is { Length: > 0 and < 100 } secret)
            return Hash(secret);

        var fresh = NewId();
        context.Response.Cookies.Append(CookieName, fresh, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
        return Hash(fresh);
    }

    public static bool Matches(HttpContext context, string hash) =>
        context.Request.Cookies[CookieName] is { Length: > 0 and < 100 } secret
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(hash));

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
