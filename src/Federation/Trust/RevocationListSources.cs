using CrossBorder.Adapters.Ports;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

/// <summary>Which revocation lists are fetched: those of the settings, and those that come with a home.</summary>
internal sealed class RevocationListSources(IOptions<TrustOptions> options, IHomes homes)
{
    public IReadOnlyList<RevocationListOptions> All =>
    [
        .. options.Value.RevocationLists,
        .. homes.All.SelectMany(home => home.RevocationLists.Select((address, index) => new RevocationListOptions { Name = $"home:{home.Scheme}:{index + 1}", Address = address })),
    ];
}
