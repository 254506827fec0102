using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>
/// The way back to a pushed request after the sign-in. A pushed request cannot be shortened by what the journey fulfilled, as an address can, and it lives
/// for a minute and a half while a resident may take longer: so the way back carries a sealed note that the hub itself led this request away in time.
/// </summary>
internal sealed class PushedJourneys(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a request is taken for the first time (RFC 9126 section 2.2).</summary>
    public static readonly TimeSpan RequestLifetime = TimeSpan.FromSeconds(90);

    /// <summary>How long the journey may take from there.</summary>
    private static readonly TimeSpan JourneyLifetime = TimeSpan.FromMinutes(30);

    private const string Parameter = "journey";
    private readonly IDataProtector protector = protection.CreateProtector("OpenIdConnect.PushedJourneys");

    public string AfterJourney(string address, OpenIddictRequest request) => request.RequestUri is { } pushed
        ? QueryHelpers.AddQueryString(address, Parameter, protector.Protect(
            string.Create(CultureInfo.InvariantCulture, $"{(clock.GetUtcNow() + JourneyLifetime).ToUnixTimeSeconds()} {pushed}")))
        : address;

    /// <summary>Whether the browser comes back to this very request from a journey of ours.</summary>
    public bool IsBack(HttpContext? context, string? pushed)
    {
        if (pushed is null || context?.Request.Query[Parameter] is not [{ } note])
            return false;

        try
        {
            return protector.Unprotect(note).Split(' ', 2) is [{ } ends, { } named]
                && string.Equals(named, pushed, StringComparison.Ordinal)
                && long.Parse(ends, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
