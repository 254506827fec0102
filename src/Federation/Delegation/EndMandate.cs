using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Contacts;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Delegation;

/// <summary>Ends a mandate for good: from this moment no token of it is good, and what it held of the principal is gone.</summary>
internal sealed class EndMandate(IMandates mandates, IAuditLog audit, TimeProvider clock)
{
    /// <summary>The principal takes it back. CB5194 where it is somebody else's, or over.</summary>
    public async Task<Outcome<Mandate>> WithdrawAsync(string residentId, string id, CancellationToken cancellationToken) =>
        await mandates.FindAsync(id, cancellationToken) is { } mandate && mandate.GivenBy == residentId
            ? await EndAsync(mandate, MandateEvent.Withdrawn, AuditActors.Resident, null, cancellationToken)
            : Unknown();

    /// <summary>The agent wants it no more. CB5194 where it is somebody else's, or over.</summary>
    public async Task<Outcome<Mandate>> GiveBackAsync(string residentId, string id, CancellationToken cancellationToken) =>
        await mandates.FindAsync(id, cancellationToken) is { } mandate && mandate.AgentId == residentId
            ? await EndAsync(mandate, MandateEvent.GivenBack, AuditActors.Resident, null, cancellationToken)
            : Unknown();

    /// <param name="mandate">Tracked by the current unit of work.</param>
    /// <param name="what">Why it ends.</param>
    /// <param name="actor">One of <see cref="AuditActors"/>.</param>
    /// <param name="officer">Id of the officer, where one ended it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Outcome<Mandate>> EndAsync(Mandate mandate, MandateEvent what, string actor, string? officer, CancellationToken cancellationToken)
    {
        var judged = mandate.State;
        if (await TryEndAsync(mandate, what, actor, officer, cancellationToken) is { } ended)
            return ended;

        // Somebody else changed it at the same moment, a reminder perhaps: that must not keep in force what is to end.
        if (await mandates.FindAsync(mandate.Id, cancellationToken) is not { } again)
            return Unknown();
        // The two end it whatever it has become; an officer and the hub judged what it was.
        if (actor != AuditActors.Resident && again.State != judged)
            return Changed();
        if (officer is not null)
            (again.DecidedBy, again.Reason) = (mandate.DecidedBy, mandate.Reason);
        return await TryEndAsync(again, what, actor, officer, cancellationToken) ?? Changed();
    }

    /// <summary>Null where somebody else changed it first.</summary>
    private async Task<Outcome<Mandate>?> TryEndAsync(Mandate mandate, MandateEvent what, string actor, string? officer, CancellationToken cancellationToken)
    {
        if (MandateMachine.After(mandate.State, what) is not { } next)
            return ErrorCatalogue.MandateUnknown.With($"It is {mandate.State}.");

        var now = clock.GetUtcNow();
        (mandate.State, mandate.EndedBy, mandate.EndedAt) = (next, what, now);
        (mandate.Identity, mandate.Assertion, mandate.MainlandAccount, mandate.ComparedAgent, mandate.CodeHash) = ("", "", null, null, null);
        mandate.Revision++;
        var details = new Dictionary<string, string> { ["by"] = what.ToString() };
        if (officer is not null)
            details["officer"] = officer;
        audit.Record("mandate.ended", actor, mandate.Id, details);
        await mandates.TellAsync(mandate, MandateNews.Ended, now, cancellationToken);
        return await mandates.SaveEndedAsync(mandate, now, actor, cancellationToken) ? Outcome<Mandate>.Of(mandate) : null;
    }

    private static Error Changed() => ErrorCatalogue.MandateUnknown.With("Somebody else changed it first.");

    private static Error Unknown() => ErrorCatalogue.MandateUnknown.With("No mandate of this resident has that id.");
}
