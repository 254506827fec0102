using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Delegation;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Acting;

/// <summary>Whether somebody who signs in at a service is to be asked for whom, and what they answered.</summary>
internal sealed class SignInFor(Representations representations, ActingChoice choice, IOptions<DelegationClientsOptions> clients)
{
    /// <summary>Who may act for nobody is asked nothing; and where nothing may be asked, everybody is there for themselves.</summary>
    public async Task<SignInAnswer> AskAsync(HttpContext context, VerifiedSession session, string clientId, bool silent)
    {
        if (!await MayAskAsync(session, clientId, silent, context.RequestAborted))
            return new SignInAnswer(IsAsked: false, null);
        if (!choice.TryRead(context.Request, session, clientId, out var mandate))
            return new SignInAnswer(IsAsked: true, null);
        if (mandate is null)
            return new SignInAnswer(IsAsked: false, null);

        // It may have ended since the page was shown.
        var found = await representations.FindAsync(mandate, session.ResidentId, clientId, context.RequestAborted);
        return new SignInAnswer(IsAsked: found is null, found);
    }

    /// <summary>Whether there is anybody to choose from.</summary>
    public async Task<bool> MayAskAsync(VerifiedSession session, string clientId, bool silent, CancellationToken cancellationToken) =>
        !silent && clients.Value.Names.Contains(clientId) && (await representations.ListAsync(session.ResidentId, clientId, cancellationToken)).Count > 0;
}

/// <param name="IsAsked">The question is still open.</param>
/// <param name="Representation">Null for their own matters.</param>
internal sealed record SignInAnswer(bool IsAsked, Representation? Representation);
