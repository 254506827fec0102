using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>The officer of a waiting step proved at the provider that it is them. Whatever else the provider says now counts at once.</summary>
internal sealed class ConfirmStep(IOfficerSteps steps, IOfficers officers, UserManager<Officer> users, IAuditLog audit, TimeProvider clock)
{
    /// <summary>CB6081 for a step or session that is over, CB6077 for another person, CB6076 for another role: both end every session of the officer.</summary>
    public async Task<Outcome<OfficerStep>> ConfirmAsync(string id, ProvedPerson person, CancellationToken cancellationToken)
    {
        if (await steps.FindAsync(id, cancellationToken) is not { ProvedAt: null } step
            || await officers.FindAsync(step.SessionId, cancellationToken) is not { } presence
            || await users.FindByIdAsync(presence.OfficerId) is not { } officer)
            return Over;
        if (officer.PersonKey != person.Key)
            return await RefuseAsync(officer, ErrorCatalogue.OfficerPersonTaken, cancellationToken);
        if (officer.Role != person.Role)
            return await RefuseAsync(officer, ErrorCatalogue.OfficerRoleChanged, cancellationToken);

        step.ProvedAt = clock.GetUtcNow();
        audit.Record("officer.step-proved", AuditActors.Officer, officer.Id, new Dictionary<string, string>
        {
            ["by"] = SignInByProvider.By, ["session"] = SignInOfficer.AuditReference(step.SessionId), ["step"] = step.Digest[..16],
        });
        return await officers.SaveAsync(cancellationToken) ? step : Over;
    }

    private static Error Over => ErrorCatalogue.OfficerProofUnbound.With("The step is over.");

    // Somebody else at an officer's desk, or an officer who is one no more: neither goes on.
    private async Task<Error> RefuseAsync(Officer officer, ErrorDescriptor refusal, CancellationToken cancellationToken)
    {
        await officers.EndAllAsync(officer.Id, cancellationToken);
        audit.Record("officer.step-up-refused", AuditActors.Officer, officer.Id, new Dictionary<string, string> { ["fault"] = refusal.Code });
        await officers.SaveAsync(cancellationToken);
        return refusal.With("The sessions of this officer are ended.");
    }
}
