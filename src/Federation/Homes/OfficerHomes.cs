using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Homes;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Homes;

/// <summary>What security officers do to the homes while the hub runs. Each step is one transaction with its audit entry.</summary>
internal sealed class OfficerHomes(IHomeProviders providers, IHomes homes, IHomeSchemes schemes, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Asks that a home be admitted, or be defined otherwise. CB6160: all that is wrong with it; CB6161, CB6164.</summary>
    public async Task<Outcome<HomeProvider>> ProposeAsync(HomeOptions home, string officer, CancellationToken cancellationToken)
    {
        var faults = home.Faults().ToList();
        if (faults.Count > 0)
            return Outcome<HomeProvider>.Refused([.. faults.Select(fault => ErrorCatalogue.HomeDefinitionInvalid.With(fault))]);
        if (homes.Configured.Any(known => known.Scheme == home.Scheme || known.Authority == home.Authority))
            return ErrorCatalogue.HomeOfSettings.With("The settings of the hub name this scheme or this issuer.");
        if (homes.Find(home.Scheme) is null && !await schemes.IsFreeAsync(home.Scheme))
            return ErrorCatalogue.HomeOfSettings.With("Another part of the hub has this scheme.");
        if (homes.All.Any(known => Clash(known, home)))
            return ErrorCatalogue.HomeDefinitionInvalid.With("Another home has this Authority, or a scheme that differs in case alone.");

        var provider = HomeProvider.Propose(home.Scheme, HomeDefinition.Write(home), officer, clock.GetUtcNow());
        providers.Add(provider);
        return await SaveAsync(provider, "home.proposed", officer, cancellationToken);
    }

    /// <summary>CB6161 to CB6164. The definition that was in force until now gives way.</summary>
    public async Task<Outcome<HomeProvider>> ApproveAsync(Guid id, string officer, CancellationToken cancellationToken)
    {
        if (await providers.FindAsync(id, cancellationToken) is not { } provider)
            return Unknown();
        var inForce = await providers.InForceAsync(cancellationToken);
        // Since it was proposed another one may have been approved, on this node or on one that this one has not heard of yet.
        if (HomeDefinition.Read(provider.Definition).TryGetValue(out var home) && Definitions(inForce).Concat(homes.Configured).Any(known => Clash(known, home)))
            return ErrorCatalogue.HomeDefinitionInvalid.With("Another home has this Authority, or a scheme that differs in case alone.");
        var approved = provider.Approve(officer, clock.GetUtcNow());
        if (!approved.Succeeded)
            return approved;
        foreach (var known in inForce.Where(known => known.Scheme == provider.Scheme))
            known.GiveWayTo(provider);
        return await SaveAsync(provider, "home.approved", officer, cancellationToken);
    }

    public Task<Outcome<HomeProvider>> RefuseAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        StepAsync(id, "home.refused", officer, provider => provider.Refuse(officer, clock.GetUtcNow()), cancellationToken);

    public Task<Outcome<HomeProvider>> AskForEndAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        StepAsync(id, "home.end_asked", officer, provider => provider.AskForEnd(officer), cancellationToken);

    public Task<Outcome<HomeProvider>> KeepAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        StepAsync(id, "home.kept", officer, provider => provider.Keep(), cancellationToken);

    public Task<Outcome<HomeProvider>> EndAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        StepAsync(id, "home.ended", officer, provider => provider.End(officer, clock.GetUtcNow()), cancellationToken);

    private Task<Outcome<HomeProvider>> StepAsync(
        Guid id, string kind, string officer, Func<HomeProvider, Outcome<HomeProvider>> step, CancellationToken cancellationToken) =>
        RowStep.TakeAsync(providers.FindAsync(id, cancellationToken), Unknown(), step, provider => SaveAsync(provider, kind, officer, cancellationToken));

    private async Task<Outcome<HomeProvider>> SaveAsync(HomeProvider provider, string kind, string officer, CancellationToken cancellationToken)
    {
        audit.Record(kind, AuditActors.Officer, provider.Id.ToString("N"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["actor"] = officer,
            ["scheme"] = provider.Scheme,
            ["definition"] = Digests.Sha256(System.Text.Encoding.UTF8.GetBytes(provider.Definition)),
        });
        return (await providers.SaveAsync(cancellationToken)).Map(_ => provider);
    }

    private static IEnumerable<HomeOptions> Definitions(IEnumerable<HomeProvider> inForce) =>
        inForce.Select(provider => HomeDefinition.Read(provider.Definition)).Where(read => read.Succeeded).Select(read => read.Value);

    // One issuer under two names would be two homes with one signer, and an assertion made for one could be shown at the other. Schemes
    // stand in addresses, which are compared without case.
    private static bool Clash(HomeOptions known, HomeOptions home) => known.Scheme != home.Scheme
        && (known.Authority.TrimEnd('/') == home.Authority.TrimEnd('/') || string.Equals(known.Scheme, home.Scheme, StringComparison.OrdinalIgnoreCase));

    private static Error Unknown() => ErrorCatalogue.HomeUnknown.With("There is no definition of that number.");
}
