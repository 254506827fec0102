using CrossBorder.Adapters.Homes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Where residents can sign in now: the homes of the settings, then those that officers admitted since.</summary>
public interface IHomes
{
    /// <summary>In the order in which residents see them; another list as soon as anything is different.</summary>
    IReadOnlyList<HomeOptions> All { get; }

    /// <summary>Those of the settings: no officer changes or ends them.</summary>
    IReadOnlyList<HomeOptions> Configured { get; }

    /// <summary>The home of that scheme.</summary>
    HomeOptions? Find(string? scheme);
}

/// <summary>Brings the authentication schemes to the homes that officers admitted, while the hub runs.</summary>
public interface IHomeSchemes
{
    /// <summary>
    /// Takes these for all that are admitted. One whose scheme the settings or another part of the hub has is left out: they come first.
    /// Visits under way at a home that stays go on; at one that is gone they come back to a page that is not there.
    /// </summary>
    /// <returns>Those that were left out.</returns>
    Task<IReadOnlyList<HomeOptions>> TakeAsync(IReadOnlyList<HomeOptions> admitted);

    /// <summary>Whether no part of the hub signs anybody in under that name: a home that took it would stand in its way.</summary>
    Task<bool> IsFreeAsync(string scheme);
}
