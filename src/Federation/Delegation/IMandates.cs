using CrossBorder.Federation.Contacts;

namespace CrossBorder.Federation.Delegation;

/// <summary>Mandates as they are stored. What is found is tracked by the current unit of work.</summary>
internal interface IMandates
{
    /// <summary>Joins the current unit of work.</summary>
    void Add(Mandate mandate);

    Task<Mandate?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The one that waits to be accepted by that code; null where none does.</summary>
    Task<Mandate?> FindOfferAsync(string codeHash, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>All that a resident gave or accepted, newest first.</summary>
    Task<IReadOnlyList<Mandate>> ListAsync(string residentId, CancellationToken cancellationToken);

    /// <summary>Those by which a resident may act at a service now, the consent to it included; not tracked.</summary>
    Task<IReadOnlyList<Mandate>> LiveAsync(string agentId, string clientId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Those that wait for an officer, oldest first; not tracked.</summary>
    Task<IReadOnlyList<Mandate>> ConfirmingAsync(int most, CancellationToken cancellationToken);

    /// <summary>What a service knows it by; recorded the first time.</summary>
    Task<string> NameForAsync(string mandateId, string clientId, CancellationToken cancellationToken);

    /// <summary>The mandate that a service knows by that name; null where there is none.</summary>
    Task<string?> FindNamedAsync(string name, string clientId, CancellationToken cancellationToken);

    /// <summary>Ids of those that ran out, or whose people are to be told that they will.</summary>
    Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, DateTimeOffset remindFrom, int most, CancellationToken cancellationToken);

    /// <summary>Joins the current unit of work: both hear of it by mail, where they want any.</summary>
    Task TellAsync(Mandate mandate, MandateNews news, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>
    /// Stores that it ended: the consents that were given with it are withdrawn, and what waits to be told by them goes no more. False where
    /// somebody else changed it first; then nothing is stored.
    /// </summary>
    /// <param name="mandate">What ended.</param>
    /// <param name="at">When.</param>
    /// <param name="actor">Who ended it: one of <see cref="Audit.AuditActors"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<bool> SaveEndedAsync(Mandate mandate, DateTimeOffset at, string actor, CancellationToken cancellationToken);

    /// <summary>Stores the current unit of work only if nobody changed this mandate since it was found; otherwise false, and nothing is stored.</summary>
    Task<bool> SaveUnchangedAsync(Mandate mandate, CancellationToken cancellationToken);

    /// <summary>False where somebody else changed it first; then nothing is stored.</summary>
    Task<bool> SaveAsync(CancellationToken cancellationToken);
}
