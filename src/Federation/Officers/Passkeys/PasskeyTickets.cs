using System.Security.Cryptography;
using System.Text.Json;
using CrossBorder.Federation.Trust;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Officers.Passkeys;

/// <summary>
/// Challenges travel with the page, sealed, so that any node can judge the answer. A ticket holds once, for a few minutes, for one
/// purpose, and for who holds the cookie that it was made for.
/// </summary>
internal sealed class PasskeyTickets(IDataProtectionProvider protection, IReplayGuard used, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const string Issuer = "hub.passkey";

    private readonly IDataProtector protector = protection.CreateProtector("CrossBorder.Officers.Passkeys");

    /// <param name="purpose">What the answer may be used for.</param>
    /// <param name="holder">The browser's mark before sign-in, the session's id after it.</param>
    /// <param name="state">What the handler wants back.</param>
    public string Issue(PasskeyPurpose purpose, string holder, string state)
    {
        var ticket = new Ticket(WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16)), purpose, holder, state, clock.GetUtcNow() + Lifetime);
        return WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(ticket)));
    }

    /// <summary>The state, once; null where the ticket is forged, another's, for something else, too old, or was used.</summary>
    public async Task<string?> TakeAsync(string ticket, PasskeyPurpose purpose, string holder, CancellationToken cancellationToken)
    {
        if (Open(ticket) is not { } opened || opened.Purpose != purpose || opened.ExpiresAt <= clock.GetUtcNow())
            return null;
        if (!CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(opened.Holder), System.Text.Encoding.UTF8.GetBytes(holder)))
            return null;
        return await used.TryUseAsync(Issuer, opened.Id, opened.ExpiresAt, cancellationToken) ? opened.State : null;
    }

    private Ticket? Open(string ticket)
    {
        try
        {
            return JsonSerializer.Deserialize<Ticket>(protector.Unprotect(WebEncoders.Base64UrlDecode(ticket)));
        }
        // Whatever a browser sends is no fault of ours.
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Ticket(string Id, PasskeyPurpose Purpose, string Holder, string State, DateTimeOffset ExpiresAt);
}
