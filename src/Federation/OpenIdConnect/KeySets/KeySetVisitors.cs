using System.Collections.Concurrent;
using CrossBorder.Federation.Hosting.Operations;

namespace CrossBorder.Federation.OpenIdConnect.KeySets;

/// <summary>
/// Who fetched the key set a while ago, by address and software, in this process's memory alone. A client that proves itself from
/// the same place after that has likely fetched it.
/// </summary>
internal sealed class KeySetVisitors(TimeProvider clock)
{
    private const int Most = 4096;

    private static readonly TimeSpan CloseInTime = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, IReadOnlyList<string> KeyIds, int Fetches)> visits = new(StringComparer.Ordinal);

    /// <param name="request">The fetch.</param>
    /// <param name="keyIds">The keys that it got.</param>
    /// <param name="isNamed">Whether it said whose it is: then it is counted there.</param>
    public void Came(HttpRequest request, IReadOnlyList<string> keyIds, bool isNamed)
    {
        var now = clock.GetUtcNow();
        if (visits.Count >= Most)
            foreach (var (visitor, visit) in visits)
                if (visits.Count >= Most || visit.At + CloseInTime < now)
                    visits.TryRemove(visitor, out _);
        var fetches = isNamed ? 0 : 1;
        visits.AddOrUpdate(Visitor(request), (now, keyIds, fetches), (_, before) => (now, keyIds, before.Fetches + fetches));
    }

    /// <summary>Empty where nobody came from there.</summary>
    public IReadOnlyList<string> FetchedFrom(HttpRequest request) =>
        visits.TryGetValue(Visitor(request), out var visit) && visit.At + CloseInTime >= clock.GetUtcNow() ? visit.KeyIds : [];

    /// <summary>How often the set was fetched from there since that was asked last. They are taken: whoever asks knows whose they are.</summary>
    public int TakeFetches(HttpRequest request)
    {
        var visitor = Visitor(request);
        while (visits.TryGetValue(visitor, out var visit) && visit.Fetches > 0)
            if (visits.TryUpdate(visitor, visit with { Fetches = 0 }, visit))
                return visit.Fetches;
        return 0;
    }

    private static string Visitor(HttpRequest request)
    {
        var software = request.Headers.UserAgent.ToString();
        return $"{RateLimits.Network(request.HttpContext.Connection.RemoteIpAddress)}|{software[..Math.Min(software.Length, 200)]}";
    }
}
