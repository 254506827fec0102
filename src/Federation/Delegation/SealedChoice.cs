using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CrossBorder.Federation.Delegation;

/// <summary>
/// An answer to the question for whom somebody is here, in the keeping of their browser: sealed for those who gave it, and for a time. Handed in
/// by anybody else, or too late, it answers nothing.
/// </summary>
/// <param name="protection">The hub's keys.</param>
/// <param name="purpose">An answer to one question is none to another.</param>
/// <param name="lifetime">How long it counts.</param>
internal sealed class SealedChoice(IDataProtectionProvider protection, string purpose, TimeSpan lifetime)
{
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector(purpose).ToTimeLimitedDataProtector();

    /// <param name="chosen">What was answered; it has no line break.</param>
    /// <param name="whose">Whose answer it is, in a fixed order: a resident, or a sign-in and a client.</param>
    public string Seal(string chosen, params string[] whose) => protector.Protect(string.Join('\n', [.. whose, chosen]), lifetime);

    /// <summary>Null where nothing was answered, or by others, or too long ago.</summary>
    public string? Read(string? kept, params string[] whose)
    {
        if (string.IsNullOrEmpty(kept))
            return null;
        try
        {
            return protector.Unprotect(kept).Split('\n') is [.. var others, var chosen] && others.AsSpan().SequenceEqual(whose) ? chosen : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
