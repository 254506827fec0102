using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Delegation;

/// <summary>
/// An officer has seen the papers that show the relation, or has not; or ends one that is in force, because somebody shows that it should not be.
/// The reason stays with the mandate, the decision in the log.
/// </summary>
internal sealed class ConfirmMandate(IMandates mandates, EndMandate ends, IAuditLog audit, TimeProvider clock)
{
    public const int ShortestReason = 10;
    public const int LongestReason = 1000;

    /// <returns>CB6166 where it does not wait for a decision, CB6167 without a reason.</returns>
    public async Task<Outcome<Mandate>> DecideAsync(string id, bool confirmed, string? reason, OfficerPresence officer, CancellationToken cancellationToken)
    {
        var words = (reason ?? "").Trim();
        if (words.Length is < ShortestReason or > LongestReason)
            return ErrorCatalogue.MandateReasonMissing.With($"{ShortestReason} to {LongestReason} characters.");
        if (await mandates.FindAsync(id, cancellationToken) is not { } mandate
            || MandateMachine.After(mandate.State, confirmed ? MandateEvent.Confirmed : MandateEvent.EndedByOfficer) is null)
            return ErrorCatalogue.MandateDecided.With("No mandate of that id waits for that decision.");

        (mandate.DecidedBy, mandate.Reason) = (officer.OfficerId, words);
        if (!confirmed)
            return await ends.EndAsync(mandate, MandateEvent.EndedByOfficer, AuditActors.Officer, officer.OfficerId, cancellationToken);

        mandate.State = MandateMachine.After(mandate.State, MandateEvent.Confirmed)!.Value;
        mandate.Proof = RelationProof.Officer;
        mandate.ComparedAgent = null;
        mandate.Revision++;
        audit.Record("mandate.confirmed", AuditActors.Officer, mandate.Id, new Dictionary<string, string> { ["officer"] = officer.OfficerId, ["actor"] = officer.Name });
        await mandates.TellAsync(mandate, MandateNews.Accepted, clock.GetUtcNow(), cancellationToken);
        return await mandates.SaveAsync(cancellationToken) ? mandate : ErrorCatalogue.MandateDecided.With("Somebody else was first.");
    }
}
