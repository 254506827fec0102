namespace CrossBorder.Federation.Delegation;

internal enum MandateState
{
    /// <summary>The principal gave it; nobody has accepted.</summary>
    Offered,

    /// <summary>Accepted, and an officer has to see the papers.</summary>
    Confirming,

    /// <summary>The agent may act.</summary>
    Active,

    /// <summary>For good.</summary>
    Ended,
}

internal enum MandateEvent
{
    Accepted,

    /// <summary>Accepted, where the relation cannot be seen from here.</summary>
    AcceptedUnproved,

    Confirmed,

    /// <summary>The officer does not confirm it, or ends what was confirmed.</summary>
    EndedByOfficer,

    Withdrawn,

    GivenBack,

    /// <summary>Its time, or that of its code, is over.</summary>
    RanOut,

    /// <summary>Somebody had the code who is not the one whom the principal meant.</summary>
    CodeAbused,
}

/// <summary>Which states follow which. What is ended stays so.</summary>
internal static class MandateMachine
{
    private static readonly Dictionary<(MandateState, MandateEvent), MandateState> Moves = new()
    {
        [(MandateState.Offered, MandateEvent.Accepted)] = MandateState.Active,
        [(MandateState.Offered, MandateEvent.AcceptedUnproved)] = MandateState.Confirming,
        [(MandateState.Offered, MandateEvent.Withdrawn)] = MandateState.Ended,
        [(MandateState.Offered, MandateEvent.RanOut)] = MandateState.Ended,
        [(MandateState.Offered, MandateEvent.CodeAbused)] = MandateState.Ended,
        [(MandateState.Confirming, MandateEvent.Confirmed)] = MandateState.Active,
        [(MandateState.Confirming, MandateEvent.EndedByOfficer)] = MandateState.Ended,
        [(MandateState.Confirming, MandateEvent.Withdrawn)] = MandateState.Ended,
        [(MandateState.Confirming, MandateEvent.GivenBack)] = MandateState.Ended,
        [(MandateState.Confirming, MandateEvent.RanOut)] = MandateState.Ended,
        [(MandateState.Active, MandateEvent.EndedByOfficer)] = MandateState.Ended,
        [(MandateState.Active, MandateEvent.Withdrawn)] = MandateState.Ended,
        [(MandateState.Active, MandateEvent.GivenBack)] = MandateState.Ended,
        [(MandateState.Active, MandateEvent.RanOut)] = MandateState.Ended,
    };

    /// <summary>Null where that cannot happen now.</summary>
    public static MandateState? After(MandateState state, MandateEvent what) =>
        Moves.TryGetValue((state, what), out var next) ? next : null;
}
