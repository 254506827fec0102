using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Contacts;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Delegation;

/// <summary>An agent takes a mandate by the code that the principal handed over, with a credential of their own.</summary>
internal sealed class AcceptMandate(
    IMandates mandates, OfferMandate offers, EndMandate ends, ParentProof parents, CodeTries tries, IAuditLog audit, TimeProvider clock)
{
    /// <summary>After so many right codes with a wrong document the code is in wrong hands.</summary>
    public const int MostWrongDocuments = 3;

    /// <summary>What the agent is asked, before they say yes: shown to nobody but whom it is meant for. CB5191, CB5192, CB5193, CB5187.</summary>
    public async Task<Outcome<Mandate>> LookAsync(Applicant agent, string? code, CancellationToken cancellationToken)
    {
        if (agent.Acting is not null)
            return ErrorCatalogue.NotForAgents.With("A mandate is not passed on.");
        if (!tries.MayTry(agent.ResidentId))
            return ErrorCatalogue.MandateCodeTries.With($"{CodeTries.Most} within an hour.");
        var hash = offers.HashOf(code);
        if (hash is null || await mandates.FindOfferAsync(hash, clock.GetUtcNow(), cancellationToken) is not { } mandate)
        {
            tries.Count(agent.ResidentId);
            return ErrorCatalogue.MandateCodeUnknown.With("No mandate waits for that code.");
        }

        if (mandate.GivenBy == agent.ResidentId)
            return ErrorCatalogue.AgentUnfit.With("Nobody is their own agent.");
        if (!MandateRelation.IsOfAge(agent.Identity.Birthdate, WorkingCalendar.DayOf(clock.GetUtcNow())))
            return ErrorCatalogue.AgentUnfit.With("An agent is of age.");
        return offers.IsMeant(mandate, agent.Identity) ? mandate : await RefuseDocumentAsync(agent, hash, mandate, cancellationToken);
    }

    /// <returns>The mandate, which an officer may have to confirm. Those of <see cref="LookAsync"/>, CB5033.</returns>
    public async Task<Outcome<Mandate>> AcceptAsync(Applicant agent, string? code, CancellationToken cancellationToken)
    {
        if (agent.Assurance < AssuranceLevel.Substantial)
            return ErrorCatalogue.AssuranceInsufficient.With(AssuranceLevel.Substantial.ToUrn());
        var looked = await LookAsync(agent, code, cancellationToken);
        if (!looked.TryGetValue(out var mandate))
            return looked;

        var proved = await ProveAsync(agent, mandate, cancellationToken);
        var now = clock.GetUtcNow();
        mandate.AgentId = agent.ResidentId;
        mandate.AgentName = MaskedName.Of(agent.Identity.Name);
        mandate.AcceptedAt = now;
        mandate.CodeHash = null;
        mandate.Proof = proved ? RelationProof.Register : null;
        var what = MandateRelation.Find(mandate.Relation)!.IsOfChild && !proved ? MandateEvent.AcceptedUnproved : MandateEvent.Accepted;
        mandate.State = MandateMachine.After(mandate.State, what)!.Value;
        mandate.ComparedAgent = mandate.State == MandateState.Confirming ? ComparedPerson.Of(agent.Identity).Write() : null;
        mandate.Revision++;
        audit.Record("mandate.accepted", AuditActors.Resident, mandate.Id, new Dictionary<string, string>
        {
            ["relation"] = mandate.Relation, ["state"] = mandate.State.ToString(), ["assertion"] = agent.Identity.AssertionDigest,
        });
        await mandates.TellAsync(mandate, MandateNews.Accepted, now, cancellationToken);
        return await mandates.SaveAsync(cancellationToken) ? mandate : ErrorCatalogue.MandateCodeUnknown.With("Somebody else was first.");
    }

    private async Task<bool> ProveAsync(Applicant agent, Mandate mandate, CancellationToken cancellationToken) =>
        MandateRelation.Find(mandate.Relation)!.IsOfChild
        && await parents.HoldsAsync(agent, VerifiedIdentityJson.Read(mandate.Identity).Value, cancellationToken);

    // Counted at the mandate, so that going on with other accounts helps nobody; and told as an unknown code is, so that nothing is learnt.
    private async Task<Outcome<Mandate>> RefuseDocumentAsync(Applicant agent, string hash, Mandate mandate, CancellationToken cancellationToken)
    {
        tries.Count(agent.ResidentId);
        // Two at the same moment count two: who was second reads what the first wrote, and counts on. Each round somebody gets on, so that it ends.
        for (var waiting = mandate; waiting is not null && !await CountAsync(waiting, cancellationToken);)
            waiting = await mandates.FindOfferAsync(hash, clock.GetUtcNow(), cancellationToken);
        return ErrorCatalogue.MandateCodeUnknown.With("No mandate of that code is for who tries it.");
    }

    /// <summary>False where somebody else changed it first.</summary>
    private async Task<bool> CountAsync(Mandate mandate, CancellationToken cancellationToken)
    {
        mandate.WrongDocuments++;
        if (mandate.WrongDocuments >= MostWrongDocuments)
            return (await ends.EndAsync(mandate, MandateEvent.CodeAbused, AuditActors.Hub, null, cancellationToken)).Succeeded;
        mandate.Revision++;
        return await mandates.SaveAsync(cancellationToken);
    }
}
