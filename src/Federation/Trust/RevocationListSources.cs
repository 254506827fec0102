using System.Security.Cryptography;
using System.Text;
using CrossBorder.Adapters.Homes;
using CrossBorder.Adapters.Ports;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

/// <summary>Which revocation lists are fetched: those of the settings, and those that come with a home.</summary>
internal sealed class RevocationListSources(IOptions<TrustOptions> options, IHomes homes)
{
    private volatile Made? made;

    /// <summary>Asked for with every judgement; made anew only when the homes are others.</summary>
    public IReadOnlyList<RevocationListOptions> All
    {
        get
        {
            var known = homes.All;
            if (made is not { } last || !ReferenceEquals(last.Homes, known))
                made = last = new Made(known, [.. options.Value.RevocationLists, .. known.SelectMany(home => home.RevocationLists.Select(address => Of(home, address)))]);
            return last.Lists;
        }
    }

    // By its address: what is stored of the list at another one is no earlier state of this one.
    private static RevocationListOptions Of(HomeOptions home, string address) => new()
    {
        Name = $"home:{home.Scheme}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..12]}", Address = address,
    };

    private sealed record Made(IReadOnlyList<HomeOptions> Homes, IReadOnlyList<RevocationListOptions> Lists);
}
