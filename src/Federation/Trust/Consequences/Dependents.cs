using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>What rests on trust at this moment.</summary>
/// <param name="Paths">Every path that something was accepted over. Nothing rests on the others, of which there may be very many.</param>
/// <param name="Sessions">Live sessions by path.</param>
/// <param name="Deliveries">Deliveries that wait, quarantined ones included, by path of their application and by department.</param>
internal sealed record Dependents(IReadOnlyList<TrustPath> Paths, IReadOnlyList<PathSessions> Sessions, IReadOnlyList<WaitingDeliveries> Deliveries)
{
    /// <summary>Paths that a department's receipts were accepted over.</summary>
    public IReadOnlyList<TrustPath> ReceiptPathsOf(string department) => [.. Paths.Where(path =>
        path.Purpose == TrustPurpose.ReceiptSigning && path.WasAccepted && path.Party == PartyNames.OfDepartment(department))];
}

/// <param name="Last">When the latest of them began.</param>
internal sealed record PathSessions(string Path, int Count, DateTimeOffset Last);

/// <param name="Path">Path of the application; null where none is known.</param>
/// <param name="Last">When the latest of the applicants was verified.</param>
/// <param name="Quarantined">Whether they are quarantined already.</param>
internal sealed record WaitingDeliveries(string? Path, string Department, bool Quarantined, int Count, DateTimeOffset Last);
