namespace CrossBorder.Federation.Officers;

/// <summary>The store of officers' accounts, sessions and attempts.</summary>
internal interface IOfficers
{
    Task<IReadOnlyList<Officer>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The officer of a session that has neither ended nor run out; null where there is none.</summary>
    Task<OfficerPresence?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>The officer tied to this person, tracked by the current unit of work; null where there is none.</summary>
    Task<Officer?> FindByPersonAsync(string personKey, CancellationToken cancellationToken);

    /// <summary>Whether an officer was tied to this person once, and was reset since.</summary>
    Task<bool> WasTiedAsync(string personKey, CancellationToken cancellationToken);

    /// <summary>Joins the current unit of work.</summary>
    void Add(OfficerSession session);

    /// <summary>Joins the current unit of work. False where the session had ended before.</summary>
    Task<bool> EndAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Joins the current unit of work: every session of this officer ends, for every copy of its cookie.</summary>
    Task EndAllAsync(string officerId, CancellationToken cancellationToken);

    /// <summary>
    /// Counts one attempt before anything is looked at, in a transaction of its own: however many come at once, no more are
    /// judged than are allowed. Null where it may be judged, else how long to wait.
    /// </summary>
    /// <param name="key">Whose attempts are counted.</param>
    /// <param name="most">How many are allowed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<TimeSpan?> CountAttemptAsync(string key, int most, CancellationToken cancellationToken);

    /// <summary>True for one caller of each lock: who writes it down.</summary>
    Task<bool> TellLockAsync(string key, int most, CancellationToken cancellationToken);

    /// <summary>Joins the current unit of work: counting begins anew.</summary>
    Task ForgiveAsync(string key, CancellationToken cancellationToken);

    /// <summary>Stores the unit of work. False, and nothing of it stored, where another request was first.</summary>
    Task<bool> SaveAsync(CancellationToken cancellationToken);
}
