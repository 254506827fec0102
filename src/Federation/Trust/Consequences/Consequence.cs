using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>What does not hold under a trust list: whose sessions end, and whose deliveries wait. A pure decision over what is known.</summary>
/// <param name="Sessions">Paths whose sessions end.</param>
/// <param name="Applications">Paths whose applications are not handed on.</param>
/// <param name="Departments">Departments whose receipts could not be believed, so that nothing is handed to them.</param>
internal sealed record Consequence(IReadOnlySet<string> Sessions, IReadOnlySet<string> Applications, IReadOnlySet<string> Departments)
{
    public static Consequence Of(Dependents dependents, PathJudge judge, TrustList list, DateTimeOffset now)
    {
        var paths = dependents.Paths.ToDictionary(path => path.Id, StringComparer.Ordinal);
        return new Consequence(
            dependents.Sessions.Where(entry => IsBroken(entry.Path, entry.Last)).Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal),
            dependents.Deliveries.Where(entry => entry.Path is { } path && IsBroken(path, entry.Last)).Select(entry => entry.Path!).ToHashSet(StringComparer.Ordinal),
            dependents.Deliveries.Select(entry => entry.Department).Distinct(StringComparer.Ordinal)
                .Where(IsStopped).ToHashSet(StringComparer.Ordinal));

        // At the time that it was accepted: a certificate that ended since takes nothing back.
        bool IsBroken(string id, DateTimeOffset at) => paths.TryGetValue(id, out var path) && !judge.Leads(path, list, at);

        bool IsStopped(string department)
        {
            var inForce = dependents.ReceiptPathsOf(department).Where(path => judge.IsInForce(path, now)).ToList();
            return inForce.Count > 0 && !inForce.Exists(path => judge.Leads(path, list, now));
        }
    }

    public int SessionsOf(Dependents dependents) => dependents.Sessions.Where(entry => Sessions.Contains(entry.Path)).Sum(entry => entry.Count);

    public int DeliveriesOf(Dependents dependents) => dependents.Deliveries.Where(Holds).Sum(entry => entry.Count);

    /// <summary>Whether anything is to be done: most looks find nothing.</summary>
    public bool HasWork(Dependents dependents) =>
        Sessions.Count > 0 || dependents.Deliveries.Any(entry => Holds(entry) != entry.Quarantined);

    private bool Holds(WaitingDeliveries entry) => Departments.Contains(entry.Department) || (entry.Path is { } path && Applications.Contains(path));
}
