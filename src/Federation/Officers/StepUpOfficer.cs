using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers;

/// <summary>An officer who is signed in proves again that it is them, before a step that others would pay for.</summary>
internal sealed class StepUpOfficer(UserManager<Officer> users, IOfficers officers, ILookupHasher lookup, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Takes a code once; CB6051 after too many that did not hold, CB6056 for one that does not.</summary>
    public async Task<Outcome<OfficerPresence>> ProveAsync(OfficerPresence presence, string? code, string network, CancellationToken cancellationToken)
    {
        var key = lookup.Hash("officer.step-up", $"{presence.OfficerId}|{network}");
        if (await officers.CountAttemptAsync(key, cancellationToken) is not null)
            return ErrorCatalogue.OfficerLocked.With("Too many codes did not hold.");

        var officer = await users.FindByIdAsync(presence.OfficerId);
        if (officer is null || Totp.Match(officer.TotpSecret, code ?? "", clock.GetUtcNow()) is not { } step || step <= officer.LastTotpStep)
            return await RefuseAsync(presence, cancellationToken);

        officer.LastTotpStep = step;
        await officers.ForgiveAsync(key, cancellationToken);
        // The code is gone whatever becomes of the step: nobody tries two things with one.
        return await officers.SaveAsync(cancellationToken) ? presence : await RefuseAsync(presence, cancellationToken);
    }

    private async Task<Outcome<OfficerPresence>> RefuseAsync(OfficerPresence presence, CancellationToken cancellationToken)
    {
        audit.Record("officer.step-up-refused", AuditActors.Officer, presence.OfficerId);
        await officers.SaveAsync(cancellationToken);
        return ErrorCatalogue.OfficerCodeRefused.With("The code does not hold, or was taken before.");
    }
}
