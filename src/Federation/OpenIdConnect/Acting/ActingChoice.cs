using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Delegation;
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

    private readonly SealedChoice choice = new(protection, "acting-choice", TimeSpan.FromMinutes(5));

    /// <summary>Where the question is asked.</summary>
    public static string PageFor(string authorizeAddress) => QueryHelpers.AddQueryString("/sign-in/for-whom", "back", authorizeAddress);

    /// <param name="session">The agent's sign-in.</param>
    /// <param name="clientId">Where they sign in.</param>
    /// <param name="mandateId">Null for their own matters.</param>
    public string Seal(VerifiedSession session, string clientId, string? mandateId) => choice.Seal(mandateId ?? Themselves, session.Id, clientId);

    /// <summary>False where nothing was answered, or for another sign-in or client, or too long ago: it is asked then.</summary>
    public bool TryRead(HttpRequest request, VerifiedSession session, string clientId, out string? mandateId)
    {
        var answer = choice.Read(request.Query[Parameter], session.Id, clientId);
        mandateId = answer == Themselves ? null : answer;
        return answer is not null;
    }
}
