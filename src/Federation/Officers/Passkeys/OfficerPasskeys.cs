using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers.Passkeys;

/// <summary>Asks passkeys, and judges what they answer (Web Authentication Level 3, sections 7.1 and 7.2, by ASP.NET Core Identity).</summary>
internal sealed class OfficerPasskeys(
    IPasskeyHandler<Officer> handler, UserManager<Officer> users, PasskeyTickets tickets, IHttpContextAccessor contexts)
{
    private HttpContext Context => contexts.HttpContext ?? throw new InvalidOperationException("Passkeys are asked over HTTP alone.");

    /// <summary>Asks whichever officer sits at this browser.</summary>
    public async Task<PasskeyQuestion> AskAnybodyAsync(string browser)
    {
        var made = await handler.MakeRequestOptionsAsync(null, Context);
        return new PasskeyQuestion(made.RequestOptionsJson, tickets.Issue(PasskeyPurpose.SignIn, browser, made.AssertionState!));
    }

    /// <summary>Asks an officer who is signed in; null where they have no passkey.</summary>
    public async Task<PasskeyQuestion?> AskAsync(OfficerPresence presence)
    {
        if (await users.FindByIdAsync(presence.OfficerId) is not { } officer || (await users.GetPasskeysAsync(officer)).Count == 0)
            return null;
        var made = await handler.MakeRequestOptionsAsync(officer, Context);
        return new PasskeyQuestion(made.RequestOptionsJson, tickets.Issue(PasskeyPurpose.StepUp, presence.SessionId, made.AssertionState!));
    }

    /// <summary>Asks for a new passkey.</summary>
    public async Task<PasskeyQuestion> AskForNewAsync(OfficerPresence presence)
    {
        var entity = new PasskeyUserEntity { Id = presence.OfficerId, Name = presence.Name, DisplayName = presence.Name };
        var made = await handler.MakeCreationOptionsAsync(entity, Context);
        return new PasskeyQuestion(made.CreationOptionsJson, tickets.Issue(PasskeyPurpose.Register, presence.SessionId, made.AttestationState!));
    }

    /// <summary>The officer whose passkey answered, with the passkey's counter taken over into the current unit of work. CB6064.</summary>
    public async Task<Outcome<Officer>> JudgeAsync(PasskeyAnswer answer, PasskeyPurpose purpose, string holder, CancellationToken cancellationToken)
    {
        if (!answer.IsPlausible || await tickets.TakeAsync(answer.Ticket, purpose, holder, cancellationToken) is not { } state)
            return Refused;

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = Context, CredentialJson = answer.Credential, AssertionState = state,
        });
        if (!result.Succeeded)
            return Refused;
        return (await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User : Refused;
    }

    /// <summary>A new passkey of this officer, stored nowhere yet. CB6064.</summary>
    public async Task<Outcome<UserPasskeyInfo>> JudgeNewAsync(PasskeyAnswer answer, OfficerPresence presence, CancellationToken cancellationToken)
    {
        if (!answer.IsPlausible || await tickets.TakeAsync(answer.Ticket, PasskeyPurpose.Register, presence.SessionId, cancellationToken) is not { } state)
            return Refused;

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = Context, CredentialJson = answer.Credential, AttestationState = state,
        });
        return result.Succeeded && result.UserEntity.Id == presence.OfficerId ? result.Passkey : Refused;
    }

    // One sentence for all: what did not hold is worth nothing to an honest officer.
    private static Error Refused => ErrorCatalogue.OfficerPasskeyRefused.With("The passkey's answer does not hold.");
}
