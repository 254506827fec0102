using System.Collections.Concurrent;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>The sign-ins that the hub said have ended, by their <c>sid</c>; kept as long as this process runs.</summary>
internal sealed class EndedSignIns
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> ended = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> used = new(StringComparer.Ordinal);

    public int Count => ended.Count;

    /// <summary>False for a logout token that was used before.</summary>
    public bool TryEnd(string identifier, string sid, DateTimeOffset now)
    {
        if (!used.TryAdd(identifier, 0))
            return false;
        ended[sid] = now;
        return true;
    }

    public DateTimeOffset? When(string? sid) => sid is not null && ended.TryGetValue(sid, out var at) ? at : null;
}
