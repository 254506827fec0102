using System.Globalization;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Officers;

/// <summary>Counts the attempts of one network under whatever names: each name has its own count, and there are names without end.</summary>
internal sealed class NetworkPause(IOfficers officers, ILookupHasher lookup, RefusedSignIns refused)
{
    /// <summary>Attempts without a success between them, in one <see cref="OfficerAttempts.Lock"/>.</summary>
    public const int Most = 60;

    /// <summary>CB6080 once they are used up; nothing that is sent is looked at then, and the log hears of it once.</summary>
    public async Task<Error?> CountAsync(string network, CancellationToken cancellationToken)
    {
        if (network == OfficerCredentials.CommandLine || await officers.CountAttemptAsync(Key(network), Most, cancellationToken) is not { } wait)
            return null;
        if (await officers.TellLockAsync(Key(network), Most, cancellationToken))
            await refused.RecordAsync("officer.locked", RefusedSignIns.Nobody, "network", lookup.Hash("officer.network", network)[..16], cancellationToken);
        return ErrorCatalogue.OfficerNetworkPaused.With(string.Create(CultureInfo.InvariantCulture, $"wait {Math.Ceiling(wait.TotalSeconds)} s"));
    }

    /// <summary>Joins the current unit of work.</summary>
    public Task ForgiveAsync(string network, CancellationToken cancellationToken) => officers.ForgiveAsync(Key(network), cancellationToken);

    private string Key(string network) => lookup.Hash("officer.network-attempt", network);
}
