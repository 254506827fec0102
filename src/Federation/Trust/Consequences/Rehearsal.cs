using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>What a rehearsal is played with.</summary>
/// <param name="Uses">Acceptances of the days that are looked at, by path and relying party.</param>
/// <param name="Refusals">Refusals of the same days, by path.</param>
/// <param name="Current">What holds now.</param>
/// <param name="Proposed">The trust list as it would become.</param>
internal sealed record RehearsalFacts(
    Dependents Dependents, PathJudge Judge, IReadOnlyList<PathUse> Uses, IReadOnlyList<PathUse> Refusals,
    TrustMaterial Current, TrustList Proposed, DateTimeOffset Now);

/// <summary>
/// What a change would do, found by judging the recorded chains with the trust list as it would become: at the time of the record, and now.
/// </summary>
/// <param name="Verifications">How many verifications were looked at.</param>
/// <param name="Breaking">Chains that hold and would not.</param>
/// <param name="Holding">Chains that do not hold and would.</param>
/// <param name="Sessions">Live sessions that would end.</param>
/// <param name="Deliveries">Waiting deliveries that would be quarantined.</param>
internal sealed record Rehearsal(
    long Verifications, IReadOnlyList<RehearsedPath> Breaking, IReadOnlyList<RehearsedPath> Holding, int Sessions, int Deliveries)
{
    public long WouldBreak => Breaking.Sum(path => path.Count);

    public long WouldHold => Holding.Sum(path => path.Count);

    /// <summary>Which share of the verifications would break, 0 to 1.</summary>
    public double Share => Verifications == 0 ? 0 : (double)WouldBreak / Verifications;

    public IReadOnlyList<string> Homes => Parties(TrustPurpose.AssertionSigning);

    public IReadOnlyList<string> Departments => Parties(TrustPurpose.ReceiptSigning);

    public IReadOnlyList<string> Directories => Parties(TrustPurpose.DirectorySigning);

    public IReadOnlyList<string> RelyingParties =>
        [.. Breaking.SelectMany(path => path.Clients).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static Rehearsal Of(RehearsalFacts facts)
    {
        var before = Consequence.Of(facts.Dependents, facts.Judge, facts.Current.TrustList, facts.Now);
        var after = Consequence.Of(facts.Dependents, facts.Judge, facts.Proposed, facts.Now);
        var used = facts.Uses.Concat(facts.Refusals).GroupBy(use => use.Path, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var paths = facts.Dependents.Paths.Where(path => used.ContainsKey(path.Id)).ToList();
        return new Rehearsal(
            used.Values.Sum(uses => uses.Sum(use => use.Count)),
            [.. paths.Where(path => Breaks(path, used[path.Id].Max(use => use.Last), facts)).Select(path => new RehearsedPath(path, used[path.Id]))],
            [.. paths.Where(path => Heals(path, facts)).Select(path => new RehearsedPath(path, used[path.Id]))],
            after.SessionsOf(facts.Dependents) - before.SessionsOf(facts.Dependents),
            after.DeliveriesOf(facts.Dependents) - before.DeliveriesOf(facts.Dependents));
    }

    private static bool Breaks(TrustPath path, DateTimeOffset then, RehearsalFacts facts) =>
        (facts.Judge.Leads(path, facts.Current.TrustList, then) && !facts.Judge.Leads(path, facts.Proposed, then))
        || (IsAccepted(path, facts.Current, facts) && !IsAccepted(path, Proposed(facts), facts));

    private static bool Heals(TrustPath path, RehearsalFacts facts) =>
        !IsAccepted(path, facts.Current, facts) && IsAccepted(path, Proposed(facts), facts);

    private static bool IsAccepted(TrustPath path, TrustMaterial material, RehearsalFacts facts) =>
        facts.Judge.Refusal(path, material, facts.Now) is null;

    private static TrustMaterial Proposed(RehearsalFacts facts) => facts.Current with { TrustList = facts.Proposed };

    private string[] Parties(TrustPurpose purpose) =>
        [.. Breaking.Where(path => path.Path.Purpose == purpose).Select(path => path.Path.Party).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>One chain in a rehearsal, with what it was used for.</summary>
internal sealed record RehearsedPath(TrustPath Path, IReadOnlyList<PathUse> Uses)
{
    public long Count => Uses.Sum(use => use.Count);

    public IEnumerable<string> Clients => Uses.Select(use => use.ClientId).OfType<string>().Distinct(StringComparer.Ordinal);
}
