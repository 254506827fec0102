using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Homes;
using CrossBorder.Federation.Trust;

namespace CrossBorder.Federation.Homes;

/// <summary>Takes over what officers decided about homes on this node or another.</summary>
internal sealed class HomeWatch(IServiceScopeFactory scopes, IHomeSchemes schemes, RevocationLists lists, ILogger<HomeWatch> logger)
{
    private IReadOnlyList<Guid> seen = [];

    /// <summary>One look: cheap where nothing has changed.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var providers = scope.ServiceProvider.GetRequiredService<IHomeProviders>();
        var ids = await providers.InForceIdsAsync(cancellationToken);
        if (ids.SequenceEqual(seen))
            return;

        var inForce = await providers.InForceAsync(cancellationToken);

        var homes = new List<HomeOptions>();
        // Two that were approved in the same moment: the later one counts.
        foreach (var provider in inForce.GroupBy(provider => provider.Scheme).Select(definitions => definitions.Last()))
        {
            if (HomeDefinition.Read(provider.Definition).TryGetValue(out var home))
                homes.Add(home);
            else
                Log.HomeUnreadable(logger, provider.Scheme);
        }

        foreach (var left in await schemes.TakeAsync(homes))
            Log.HomeOfSettings(logger, left.Scheme);
        // What was fetched of their lists before a restart counts at once.
        await lists.LoadAsync(cancellationToken);
        // What was read, and not what was seen before: an officer may have decided in between.
        seen = [.. inForce.Select(provider => provider.Id)];
        Log.HomesTaken(logger, string.Join(", ", homes.Select(home => home.Scheme)));
    }
}
