using System.Collections.Concurrent;

namespace CrossBorder.Federation.Storage.Grants;

/// <summary>
/// The tokens whose rows this node is changing at this moment. A second request with the same code or refresh token is told so before it
/// comes into a group of writes, which it would fail for everybody in it. Another node's is found by the mark of the row.
/// </summary>
internal sealed class GrantsUnderWay
{
    private readonly ConcurrentDictionary<string, byte> rows = new(StringComparer.Ordinal);

    /// <summary>All of them, or none.</summary>
    public bool TryBegin(IReadOnlyList<string> ids)
    {
        for (var place = 0; place < ids.Count; place++)
        {
            if (rows.TryAdd(ids[place], 0))
                continue;
            End(ids.Take(place));
            return false;
        }

        return true;
    }

    public void End(IEnumerable<string> ids)
    {
        foreach (var id in ids)
            rows.TryRemove(id, out _);
    }
}
