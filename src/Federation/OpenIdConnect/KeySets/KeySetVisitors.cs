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

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, IReadOnlyList<string> KeyIds)> visits = new(StringComparer.Ordinal);

    public void Came(HttpRequest request, IReadOnlyList<string> keyIds)
    {
        var now = clock.GetUtcNow();
        if (visits.Count >= Most)
            foreach (var (visitor, visit) in visits)
                if (visits.Count >= Most || visit.At + CloseInTime < now)
                    visits.TryRemove(visitor, out _);
        visits[Visitor(request)] = (now, keyIds);
    }

    /// <summary>Empty where nobody came from there.</summary>
    public IReadOnlyList<string> FetchedFrom(HttpRequest request) =>
        visits.TryGetValue(Visitor(request), out var visit) && visit.At + CloseInTime >= clock.GetUtcNow() ? visit.KeyIds : [];

    private static string Visitor(HttpRequest request)
    {
        var software = request.Headers.UserAgent.ToString();
        return $"{RateLimits.Network(request.HttpContext.Connection.RemoteIpAddress)}|{software[..Math.Min(software.Length, 200)]}";
    }
}
