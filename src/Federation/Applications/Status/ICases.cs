using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Status;

/// <summary>A resident's own cases. Anybody else's are unknown (CB5040).</summary>
internal interface ICases
{
    Task<IReadOnlyList<CaseView>> ListAsync(string residentId, CancellationToken cancellationToken);

    Task<Outcome<CaseView>> FindAsync(string residentId, string caseNumber, CancellationToken cancellationToken);

    /// <summary>Takes a case back. A case that is withdrawn already stays so.</summary>
    Task<Outcome<CaseView>> WithdrawAsync(string residentId, string caseNumber, CancellationToken cancellationToken);

    /// <summary>The evidence package of a case as JSON (CB5042 while no department has answered).</summary>
    Task<Outcome<string>> EvidenceAsync(string residentId, string caseNumber, CancellationToken cancellationToken);
}
