using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Status;

/// <summary>A resident's own cases. Anybody else's are unknown (CB5040).</summary>
internal interface ICases
{
    Task<IReadOnlyList<CaseView>> ListAsync(string residentId, CancellationToken cancellationToken);

    Task<Outcome<CaseView>> FindAsync(string residentId, string caseNumber, CancellationToken cancellationToken);

    /// <summary>Those that an agent filed for the applicant by the mandate in use, and no others.</summary>
    Task<IReadOnlyList<CaseView>> ListFiledAsync(string residentId, ActingAgent agent, CancellationToken cancellationToken);

    /// <summary>One of those.</summary>
    Task<Outcome<CaseView>> FindFiledAsync(string residentId, ActingAgent agent, string caseNumber, CancellationToken cancellationToken);

    /// <summary>Takes a case back. A case that is withdrawn already stays so.</summary>
    Task<Outcome<CaseView>> WithdrawAsync(string residentId, string caseNumber, CancellationToken cancellationToken);

    /// <summary>The evidence package of a case as JSON (CB5042 while no department has answered).</summary>
    Task<Outcome<string>> EvidenceAsync(string residentId, string caseNumber, CancellationToken cancellationToken);
}
