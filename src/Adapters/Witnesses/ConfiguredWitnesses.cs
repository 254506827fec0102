using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Witnesses.Folder;
using CrossBorder.Adapters.Witnesses.Http;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Witnesses;

/// <summary>The witnesses of the settings.</summary>
internal sealed class ConfiguredWitnesses(IOptions<WitnessesOptions> options, IHttpClientFactory clients) : IAuditWitnesses
{
    public IReadOnlyList<IAuditWitness> All { get; } =
    [
        .. options.Value.Witnesses.Select(IAuditWitness (witness) => witness.Folder.Length > 0
            ? new FolderWitness(witness.Name, witness.Folder)
            : new HttpWitness(witness.Name, new Uri(witness.Address), clients)),
    ];
}
