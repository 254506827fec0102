using CrossBorder.Federation.OpenIdConnect.Clients;

namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>
/// What the traffic of a relying party shows: a to-do list for its developer, evidence for an officer. Pure. Where something was seen done and not done,
/// what was seen last decides, so that a mended fault is seen to be mended at the next request.
/// </summary>
internal sealed record ConformanceReport(string ClientId, DateOnly From, DateOnly To, IReadOnlyList<ConformanceItem> Items, IReadOnlyList<ConformanceRefusal> Refusals)
{
    /// <summary>Days that are looked at.</summary>
    public const int Days = 14;

    // Below this many, a share says nothing.
    private const long EnoughForShare = 10;

    public static ConformanceReport Of(RelyingPartyOptions client, IReadOnlyList<ConformanceCount> counts, DateOnly today)
    {
        var from = today.AddDays(1 - Days);
        var seen = counts.Where(row => row.ClientId == client.ClientId && row.Day >= from).ToList();
        return new ConformanceReport(
            client.ClientId, from, today,
            [.. ConformanceRules.All.Where(rule => rule.AppliesTo?.Invoke(client) ?? true).Select(rule => Judge(rule, seen))],
            [.. seen.Where(row => Sight.RefusalIn(row.What) is not null).GroupBy(row => Sight.RefusalIn(row.What)!)
                .Select(group => new ConformanceRefusal(group.Key, group.Sum(row => row.Count), group.Max(row => row.LastAt)))
                .OrderByDescending(refusal => refusal.LastAt).ThenBy(refusal => refusal.Code, StringComparer.Ordinal)]);
    }

    private static ConformanceItem Judge(ConformanceRule rule, List<ConformanceCount> seen)
    {
        var good = seen.Where(row => rule.Good.Contains(row.What)).ToList();
        var bad = seen.Where(row => rule.Bad.Contains(row.What)).ToList();
        var (done, not) = (good.Sum(row => row.Count), bad.Sum(row => row.Count));
        DateTimeOffset? lastGood = good.Count == 0 ? null : good.Max(row => row.LastAt);
        DateTimeOffset? lastBad = bad.Count == 0 ? null : bad.Max(row => row.LastAt);
        var verdict = (lastGood, lastBad, rule.Share) switch
        {
            (null, null, _) => ConformanceVerdict.NotSeen,
            // A share needs something to be a share of.
            (null, _, not null) => ConformanceVerdict.NotSeen,
            (_, null, _) => ConformanceVerdict.Done,
            (_, _, { } share) => done + not < EnoughForShare || not <= done * share ? ConformanceVerdict.Done : ConformanceVerdict.ToDo,
            _ => lastGood is null || lastBad > lastGood ? ConformanceVerdict.ToDo : ConformanceVerdict.Done,
        };
        return new ConformanceItem(rule, verdict, done, not, lastGood > lastBad || lastBad is null ? lastGood : lastBad);
    }
}

/// <param name="Rule">What was looked at.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Good">How often it was seen done.</param>
/// <param name="Bad">How often it was seen not done.</param>
/// <param name="LastAt">When either was seen last; null where neither was.</param>
internal sealed record ConformanceItem(ConformanceRule Rule, ConformanceVerdict Verdict, long Good, long Bad, DateTimeOffset? LastAt);

/// <param name="Code">Of the catalogue, or OAuth's error.</param>
/// <param name="Count">How often.</param>
/// <param name="LastAt">The last time.</param>
internal sealed record ConformanceRefusal(string Code, long Count, DateTimeOffset LastAt);

internal enum ConformanceVerdict
{
    ToDo,
    NotSeen,
    Done,
}
