using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes;

/// <summary>Where residents can sign in now: the homes of the settings, then those that officers admitted since. Replaced as a whole.</summary>
public sealed class KnownHomes(IOptions<HomesOptions> settings)
{
    private readonly Lazy<IReadOnlyList<HomeOptions>> configured = new(() => [.. settings.Value.Homes]);
    private volatile IReadOnlyList<HomeOptions>? all;

    /// <summary>In the order in which residents see them.</summary>
    public IReadOnlyList<HomeOptions> All => all ?? Configured;

    /// <summary>Those of the settings: no officer changes or ends them.</summary>
    public IReadOnlyList<HomeOptions> Configured => configured.Value;

    /// <summary>The home of that scheme.</summary>
    public HomeOptions? Find(string? scheme) => All.FirstOrDefault(home => home.Scheme == scheme);

    internal void Take(IEnumerable<HomeOptions> admitted) => all = [.. Configured, .. admitted];
}
