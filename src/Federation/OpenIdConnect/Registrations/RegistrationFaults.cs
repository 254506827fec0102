using System.Collections.Concurrent;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>Why a relying party is not stored on this node, so that an operator is told once and not at every try.</summary>
internal sealed class RegistrationFaults
{
    private readonly ConcurrentDictionary<string, string> told = new(StringComparer.Ordinal);

    /// <summary>Whether this cause was not told of last time; from now on it counts as told.</summary>
    public bool IsNew(string clientId, Exception fault)
    {
        var cause = fault.GetBaseException();
        var words = $"{cause.GetType().FullName}: {cause.Message}";
        var isNew = !told.TryGetValue(clientId, out var before) || before != words;
        told[clientId] = words;
        return isNew;
    }

    /// <summary>It is stored: what happens from now on is news.</summary>
    public void Forget(string clientId) => told.TryRemove(clientId, out _);
}
