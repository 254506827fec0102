using CrossBorder.Federation.Applications.Evidence;
using CrossBorder.Federation.Applications.Withdraw;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Status;

internal sealed class Cases(IApplicationStore store, WithdrawHandler withdraw, EvidenceExport evidence) : ICases
{
    public async Task<IReadOnlyList<CaseView>> ListAsync(string residentId, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(residentId, cancellationToken)).Select(CaseView.Of)];

    public async Task<Outcome<CaseView>> FindAsync(string residentId, string caseNumber, CancellationToken cancellationToken) =>
        await store.FindAsync(residentId, caseNumber, cancellationToken) is { } application
            ? CaseView.Of(application)
            : ErrorCatalogue.CaseUnknown.With("No case of this number is the caller's.");

    public async Task<IReadOnlyList<CaseView>> ListFiledAsync(string residentId, ActingAgent agent, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(residentId, cancellationToken)).Where(application => IsFiledBy(application, agent)).Select(CaseView.Of)];

    public async Task<Outcome<CaseView>> FindFiledAsync(string residentId, ActingAgent agent, string caseNumber, CancellationToken cancellationToken) =>
        await store.FindAsync(residentId, caseNumber, cancellationToken) is { } application && IsFiledBy(application, agent)
            ? CaseView.Of(application)
            : ErrorCatalogue.CaseUnknown.With("No case of this number was filed by the caller.");

    private static bool IsFiledBy(Application application, ActingAgent agent) => application.AgentId == agent.ResidentId && application.MandateId == agent.Mandate;

    public Task<Outcome<CaseView>> WithdrawAsync(string residentId, string caseNumber, CancellationToken cancellationToken) =>
        withdraw.WithdrawAsync(residentId, caseNumber, cancellationToken);

    public async Task<Outcome<string>> EvidenceAsync(string residentId, string caseNumber, CancellationToken cancellationToken) =>
        await store.FindAsync(residentId, caseNumber, cancellationToken) is { } application
            ? evidence.Export(application)
            : ErrorCatalogue.CaseUnknown.With("No case of this number is the caller's.");
}
