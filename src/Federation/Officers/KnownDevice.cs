using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Officers;

/// <summary>
/// A browser in which an officer signed in before. It lets nobody in; it has attempts of its own, so that those who try from outside
/// until the officer is locked do not lock this browser.
/// </summary>
internal sealed class KnownDevice(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "hub.device";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private readonly HostPrefixedCookies cookies = new();
    private readonly IDataProtector protector = protection.CreateProtector("CrossBorder.Officers.KnownDevice");

    /// <summary>Who signed in here last and the number of this device; null for a browser that is not known.</summary>
    public (string OfficerId, string Device)? Read(HttpContext context)
    {
        if (cookies.GetRequestCookie(context, Cookie) is not { Length: > 0 and < 1024 } sealedText)
            return null;
        try
        {
            // The date is under the seal: a copied cookie ends with the one that it was copied from.
            return protector.Unprotect(sealedText).Split('|') is [var officer, var device, var at]
                && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < Lifetime ? (officer, device) : null;
        }
        // Whatever a browser sends is no fault of ours.
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Remembers that this officer signed in here.</summary>
    public void Remember(HttpContext context, OfficerPresence presence)
    {
        // Its number stays, and with it its attempts; the ninety days begin anew.
        var device = Read(context) is { } known && known.OfficerId == presence.OfficerId
            ? known.Device : WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        var text = string.Create(CultureInfo.InvariantCulture, $"{presence.OfficerId}|{device}|{clock.GetUtcNow().ToUnixTimeSeconds()}");
        cookies.AppendResponseCookie(context, Cookie, protector.Protect(text), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", MaxAge = Lifetime, IsEssential = true,
        });
    }
}
