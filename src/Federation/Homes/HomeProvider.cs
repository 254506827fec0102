using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Homes;

/// <summary>
/// One definition of a home provider, from its proposal to its end: whom the hub believes about residents is never one person's decision.
/// What is agreed anew with a home is another definition, which replaces this one.
/// </summary>
internal sealed class HomeProvider
{
    public required Guid Id { get; init; }

    /// <summary>Name of the authentication scheme; at most one definition of it is in force.</summary>
    public required string Scheme { get; init; }

    /// <summary>As <see cref="HomeDefinition"/> writes it.</summary>
    public required string Definition { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public HomeProviderState State { get; private set; } = HomeProviderState.Proposed;

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who asked for its end; null where nobody does.</summary>
    public string? EndAskedBy { get; private set; }

    public string? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Counts the steps, so that of two officers one is first.</summary>
    public long Revision { get; private set; }

    public static HomeProvider Propose(string scheme, string definition, string officer, DateTimeOffset now) =>
        new() { Id = Guid.NewGuid(), Scheme = scheme, Definition = definition, ProposedBy = officer, ProposedAt = now };

    /// <summary>A second officer lets it count. CB6162, CB6163.</summary>
    public Outcome<HomeProvider> Approve(string officer, DateTimeOffset now)
    {
        if (State != HomeProviderState.Proposed)
            return NotNow("is not waiting for approval");
        if (Same(officer, ProposedBy))
            return Own(officer);
        (DecidedBy, DecidedAt) = (officer, now);
        return Become(HomeProviderState.InForce);
    }

    /// <summary>Anybody who may approve may say no, and who proposed may take it back. CB6162.</summary>
    public Outcome<HomeProvider> Refuse(string officer, DateTimeOffset now)
    {
        if (State != HomeProviderState.Proposed)
            return NotNow("is not waiting for approval");
        (DecidedBy, DecidedAt) = (officer, now);
        return Become(HomeProviderState.Refused);
    }

    /// <summary>Asks that nobody signs in there any more. CB6162.</summary>
    public Outcome<HomeProvider> AskForEnd(string officer)
    {
        if (State != HomeProviderState.InForce || EndAskedBy is not null)
            return NotNow("is not in force, or its end is asked for already");
        EndAskedBy = officer;
        return Become(State);
    }

    /// <summary>It stays: the question about its end is answered with no, or taken back. CB6162.</summary>
    public Outcome<HomeProvider> Keep()
    {
        if (State != HomeProviderState.InForce || EndAskedBy is null)
            return NotNow("is not asked to end");
        EndAskedBy = null;
        return Become(State);
    }

    /// <summary>A second officer ends it. CB6162, CB6163.</summary>
    public Outcome<HomeProvider> End(string officer, DateTimeOffset now)
    {
        if (State != HomeProviderState.InForce || EndAskedBy is null)
            return NotNow("is not asked to end");
        if (Same(officer, EndAskedBy))
            return Own(officer);
        (EndedBy, EndedAt) = (officer, now);
        return Become(HomeProviderState.Ended);
    }

    /// <summary>The definition of the same home that was approved now stands in its place.</summary>
    public void GiveWayTo(HomeProvider next)
    {
        (EndedBy, EndedAt) = (next.DecidedBy, next.DecidedAt);
        Become(HomeProviderState.Replaced);
    }

    private HomeProvider Become(HomeProviderState state)
    {
        State = state;
        Revision++;
        return this;
    }

    private Outcome<HomeProvider> NotNow(string why) => ErrorCatalogue.HomeNotNow.With($"'{Scheme}' {why}.");

    private static Outcome<HomeProvider> Own(string officer) => ErrorCatalogue.HomeOwnProposal.With($"{officer} asked for it.");

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

internal enum HomeProviderState
{
    Proposed,
    InForce,
    Refused,
    Replaced,
    Ended,
}
