using System.Collections.Concurrent;
using OpenIddict.EntityFrameworkCore.Models;

namespace CrossBorder.Federation.Storage.Grants;

/// <summary>
/// The rows of the clients that came by, kept for a second: several handlers of each request ask for them. A change at this node is seen
/// at once, for <see cref="Forget"/> is called with it; one at another node within that second.
/// </summary>
internal sealed class KeptClients
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (OpenIddictEntityFrameworkCoreApplication Row, long Since)> rows = new(StringComparer.Ordinal);
    private int changes;

    /// <summary>So that what was read before a change is not kept after it.</summary>
    public int Changes => Volatile.Read(ref changes);

    // How old it is in this process's memory, whatever the time of day: tests may hold that.
    public OpenIddictEntityFrameworkCoreApplication? Find(string clientId) =>
        rows.TryGetValue(clientId, out var known) && TimeProvider.System.GetElapsedTime(known.Since) < Kept ? known.Row : null;

    /// <param name="row">Changed by nobody from here on.</param>
    /// <param name="before">What <see cref="Changes"/> was before it was read.</param>
    public void Keep(OpenIddictEntityFrameworkCoreApplication row, int before)
    {
        rows[row.ClientId!] = (row, TimeProvider.System.GetTimestamp());
        if (Changes != before)
            rows.Clear();
    }

    /// <summary>Clients were changed: whoever writes their rows past OpenIddict's managers calls this too.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref changes);
        rows.Clear();
    }
}
