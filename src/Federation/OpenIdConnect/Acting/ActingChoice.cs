using CrossBorder.Federation.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.OpenIdConnect.Acting;

/// <summary>
/// For whom the resident signs in at a service that serves agents. The answer travels in the address, sealed for one sign-in and one client and for
/// a few minutes: no link of somebody else's answers for them.
/// </summary>
internal sealed class ActingChoice(IDataProtectionProvider protection)
{
    public const string Parameter = "acting";

    private const string Themselves = "-";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("acting-choice").ToTimeLimitedDataProtector();

    /// <summary>Where the question is asked.</summary>
    public static string PageFor(string authorizeAddress) => QueryHelpers.AddQueryString("/sign-in/for-whom", "back", authorizeAddress);

    /// <param name="session">The agent's sign-in.</param>
    /// <param name="clientId">Where they sign in.</param>
    /// <param name="mandateId">Null for their own matters.</param>
    public string Seal(VerifiedSession session, string clientId, string? mandateId) =>
        protector.Protect($"{session.Id}\n{clientId}\n{mandateId ?? Themselves}", Lifetime);

    /// <summary>False where nothing was answered, or for another sign-in or client, or too long ago: it is asked then.</summary>
    public bool TryRead(HttpRequest request, VerifiedSession session, string clientId, out string? mandateId)
    {
        mandateId = null;
        if (request.Query[Parameter].ToString() is not { Length: > 0 } sealedChoice)
            return false;
        try
        {
            if (protector.Unprotect(sealedChoice).Split('\n') is not [var sid, var client, var mandate] || sid != session.Id || client != clientId)
                return false;
            mandateId = mandate == Themselves ? null : mandate;
            return true;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}
