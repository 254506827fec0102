using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Tests.Proactive;

/// <summary>A licence registry that holds what a test puts in, and remembers what it was asked for.</summary>
internal sealed class RegistryAsked : ILicenceSource
{
    public List<(string Account, IReadOnlyCollection<string> Kinds)> Asked { get; } = [];

    public Dictionary<string, Dictionary<string, string>> Held { get; } = new(StringComparer.Ordinal);

    public bool Silent { get; set; }

    public Task<Outcome<IReadOnlyList<ElectronicLicence>>> FindAsync(
        string mainlandAccount, IReadOnlyCollection<string> kinds, CancellationToken cancellationToken)
    {
        Asked.Add((mainlandAccount, kinds));
        return Task.FromResult(Silent
            ? ErrorCatalogue.PartnerUnreachable.With("The registry is down.")
            : Outcome<IReadOnlyList<ElectronicLicence>>.Of([.. Held.Where(held => kinds.Contains(held.Key)).Select(held => new ElectronicLicence(held.Key, held.Value))]));
    }
}
