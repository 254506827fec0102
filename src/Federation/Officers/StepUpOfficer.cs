using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Federation.Officers.Passkeys;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers;

/// <summary>An officer who is signed in proves again that it is them, before a step that others would pay for.</summary>
internal sealed class StepUpOfficer(
    UserManager<Officer> users, OfficerPasskeys passkeys, OfficerLocks locks, IOfficers officers, OfficerWays ways, ProveAtProvider provider,
    ILookupHasher lookup, IAuditLog audit, TimeProvider clock)
{
    /// <summary>
    /// Takes a code once, or the answer of a passkey (<see cref="PasskeyAnswer.Read"/>); CB6051 after too many that did not hold,
    /// CB6056 for a code that does not, CB6064 for such an answer. Where there is a provider, no proof at all has it asked (CB6075), and
    /// what came back from it is taken for the form that waited, once (CB6081).
    /// </summary>
    public async Task<Outcome<OfficerPresence>> ProveAsync(OfficerPresence presence, string? proof, string network, CancellationToken cancellationToken)
    {
        if (ways.HasProvider && ProveAtProvider.IsProof(proof))
            return await provider.TakeAsync(presence, proof!, cancellationToken);
        if (ways.HasProvider && (!ways.HasPasswords || string.IsNullOrWhiteSpace(proof)))
            return await provider.AskAsync(presence, cancellationToken);

        (string, int)[] counts =
        [
            (lookup.Hash("officer.step-up", $"{presence.OfficerId}|{network}"), OfficerAttempts.Most),
            (lookup.Hash("officer.step-up", $"{presence.OfficerId}|everywhere"), OfficerAttempts.MostFromEverywhere),
        ];
        if (await locks.CountAsync(presence.OfficerId, lookup.Hash("officer.network", network)[..16], counts, cancellationToken) is { } locked)
            return locked;

        if (PasskeyAnswer.Read(proof) is { } answer)
        {
            var judged = await passkeys.JudgeAsync(answer, PasskeyPurpose.StepUp, presence.SessionId, cancellationToken);
            if (!judged.TryGetValue(out var judgedOfficer) || judgedOfficer.Id != presence.OfficerId)
                return await RefuseAsync(presence, ErrorCatalogue.OfficerPasskeyRefused, cancellationToken);
            await locks.ForgiveAsync(counts, cancellationToken);
            return await officers.SaveAsync(cancellationToken) ? presence : await RefuseAsync(presence, ErrorCatalogue.OfficerPasskeyRefused, cancellationToken);
        }

        var officer = await users.FindByIdAsync(presence.OfficerId);
        if (officer is null || Totp.Match(officer.TotpSecret, proof ?? "", clock.GetUtcNow()) is not { } step || step <= officer.LastTotpStep)
            return await RefuseAsync(presence, ErrorCatalogue.OfficerCodeRefused, cancellationToken);

        officer.LastTotpStep = step;
        await locks.ForgiveAsync(counts, cancellationToken);
        // The code is gone whatever becomes of the step: nobody tries two things with one.
        return await officers.SaveAsync(cancellationToken) ? presence : await RefuseAsync(presence, ErrorCatalogue.OfficerCodeRefused, cancellationToken);
    }

    private async Task<Outcome<OfficerPresence>> RefuseAsync(OfficerPresence presence, ErrorDescriptor refusal, CancellationToken cancellationToken)
    {
        audit.Record("officer.step-up-refused", AuditActors.Officer, presence.OfficerId);
        await officers.SaveAsync(cancellationToken);
        return refusal.With("The proof does not hold, or was taken before.");
    }
}
