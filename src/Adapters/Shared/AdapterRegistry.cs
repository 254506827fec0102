using System.Collections.Concurrent;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Shared;

/// <summary>
/// The adapters of one port by partner name. A partner whose set-up fails is kept as unavailable with its reason:
/// the others serve on, and whoever asks for it is told why.
/// </summary>
public sealed class AdapterRegistry<TAdapter>
    where TAdapter : class
{
    private readonly ConcurrentDictionary<string, Outcome<TAdapter>> adapters = new(StringComparer.Ordinal);

    /// <summary>Every partner, available or not, in the order of their names.</summary>
    public IReadOnlyList<AdapterStatus> Statuses =>
    [
        .. adapters.OrderBy(adapter => adapter.Key, StringComparer.Ordinal)
            .Select(adapter => new AdapterStatus(adapter.Key, adapter.Value.Succeeded ? null : adapter.Value.Error)),
    ];

    /// <summary>Sets a partner up. What goes wrong there stays there.</summary>
    public void Register(string partner, Func<TAdapter> create)
    {
        try
        {
            adapters[partner] = create();
        }
        catch (Exception fault)
        {
            adapters[partner] = ErrorCatalogue.AdapterUnavailable.With($"{partner}: {fault.Message}");
        }
    }

    /// <summary>The adapter of a partner, or why there is none.</summary>
    public Outcome<TAdapter> Find(string partner) => adapters.TryGetValue(partner, out var adapter)
        ? adapter
        : ErrorCatalogue.AdapterUnavailable.With($"{partner} is not configured.");
}

/// <summary>How one partner stands.</summary>
/// <param name="Partner">Its name in the settings.</param>
/// <param name="Fault">Null where it is available.</param>
public sealed record AdapterStatus(string Partner, Error? Fault);
