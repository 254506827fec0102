using CrossBorder.Federation.Accounts.Reviews;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Delegation;

/// <summary>Shows an officer the two whose papers they compare, and writes down that it did before it does.</summary>
internal sealed class LookAtMandate(IMandates mandates, IAuditLog audit)
{
    /// <summary>What it is called in the audit log.</summary>
    public const string Record = "mandate";

    /// <returns>CB6166 where it does not wait for a decision: then there is nothing to compare.</returns>
    public async Task<Outcome<MandateComparison>> ReadAsync(string id, ReadPurpose purpose, OfficerPresence officer, CancellationToken cancellationToken)
    {
        if (await mandates.FindAsync(id, cancellationToken) is not { State: MandateState.Confirming } mandate)
            return ErrorCatalogue.MandateDecided.With("No mandate of that id waits for a decision.");

        PersonalDataRead.Record(audit, officer, Record, mandate.Id, purpose.ToString());
        if (!await mandates.SaveUnchangedAsync(mandate, cancellationToken))
            return ErrorCatalogue.MandateDecided.With("Somebody else was first.");
        return new MandateComparison(
            mandate.Id, ComparedPerson.Of(VerifiedIdentityJson.Read(mandate.Identity).Value),
            mandate.ComparedAgent is { } agent ? ComparedPerson.Read(agent) : null);
    }
}

/// <summary>What an officer is shown, and nothing more.</summary>
/// <param name="Agent">Null where the agent accepted before it was kept.</param>
internal sealed record MandateComparison(string Id, ComparedPerson Principal, ComparedPerson? Agent);
