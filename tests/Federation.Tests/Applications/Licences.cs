using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>A licence source that holds what it is told to, or does not answer.</summary>
internal sealed class Licences(bool available = true) : ILicenceSource
{
    public static IReadOnlyList<ElectronicLicence> Of(IEnumerable<string> kinds) => [.. kinds.Select(kind => new ElectronicLicence(
        kind, new AnyAttribute()))];

    public Task<Outcome<IReadOnlyList<ElectronicLicence>>> FindAsync(
        string mainlandAccount, IReadOnlyCollection<string> kinds, CancellationToken cancellationToken) =>
        Task.FromResult(available
            ? Outcome<IReadOnlyList<ElectronicLicence>>.Of(Of(kinds))
            : ErrorCatalogue.PartnerUnreachable.With("The registry is down."));

    /// <summary>Has every attribute that a catalogue may ask for.</summary>
    private sealed class AnyAttribute() : System.Collections.ObjectModel.ReadOnlyDictionary<string, string>(
        CrossBorder.Federation.Tests.Catalogue.Shipped.Catalogue.Items.SelectMany(item => item.Fields)
            .Select(field => field.Prefill?.LicenceAttribute).OfType<string>().Distinct()
            .ToDictionary(name => name, name => "licence-" + name));
}
