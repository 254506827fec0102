using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>Revocation lists and responses that are missing, past their next update, or that failed to come twice in a row.</summary>
internal sealed class RevocationConditions(RevocationView view) : IAlertConditions
{
    private const int Failures = 2;

    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.RevocationBehind };

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await view.AllAsync(cancellationToken)).Select(list => Find(list, now)).OfType<AlertCondition>()];

    private static AlertCondition? Find(RevocationStanding list, DateTimeOffset now) => list switch
    {
        // One that nobody needs to ask has nothing to say.
        { Kind: RevocationSourceKind.Responder, ThisUpdate: null, Failures: 0 } => null,
        { ThisUpdate: null, TriedAt: not null } => Of(list, NoticeSeverity.Critical, ErrorCatalogue.RevocationMissing),
        { NextUpdate: { } next } when next <= now => Of(list, NoticeSeverity.Critical, ErrorCatalogue.RevocationStale),
        { Failures: >= Failures, Kind: RevocationSourceKind.Responder } => Of(list, NoticeSeverity.Warning, ErrorCatalogue.RevocationResponderUnreachable),
        { Failures: >= Failures } => Of(list, NoticeSeverity.Warning, ErrorCatalogue.RevocationListUnreachable),
        _ => null,
    };

    // The cause of the last failure says more than that the list is old.
    private static AlertCondition Of(RevocationStanding list, NoticeSeverity severity, ErrorDescriptor otherwise) =>
        new(AlertKind.RevocationBehind, list.Name, severity, list.Name, list.FaultCode ?? otherwise.Code);
}
