using CrossBorder.Adapters.Ports;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes;

/// <summary>The list of homes in memory; replaced as a whole.</summary>
internal sealed class KnownHomes(IOptions<HomesOptions> settings) : IHomes
{
    private readonly Lazy<IReadOnlyList<HomeOptions>> configured = new(() => [.. settings.Value.Homes]);
    private volatile IReadOnlyList<HomeOptions>? all;

    public IReadOnlyList<HomeOptions> All => all ?? Configured;

    public IReadOnlyList<HomeOptions> Configured => configured.Value;

    public HomeOptions? Find(string? scheme) => All.FirstOrDefault(home => home.Scheme == scheme);

    internal void Take(IEnumerable<HomeOptions> admitted) => all = [.. Configured, .. admitted];
}
