namespace CrossBorder.Federation.Accounts.Sessions;

/// <summary>The sign-ins of a resident that still live, to be looked at and ended.</summary>
internal interface ISessionRegister
{
    /// <summary>Newest first. One whose browser is signed out, and that no service knows, is left out: nothing hangs on it.</summary>
    Task<IReadOnlyList<ListedSession>> ListAsync(string residentId, CancellationToken cancellationToken);

    /// <summary>
    /// Ends those that still live, with every token that came of them, and in the same transaction writes down who is to hear of it and, for
    /// the audit log, who ended them.
    /// </summary>
    /// <returns>How many it ended.</returns>
    Task<int> EndAsync(SessionChoice which, SessionEnding ending, CancellationToken cancellationToken);

    /// <summary>
    /// The same for a message that somebody signed: that it was used is stored with what it did, and a second time it does nothing.
    /// </summary>
    /// <param name="once">The message.</param>
    /// <param name="which">What it ends; null where nothing.</param>
    /// <param name="ending">Why.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>How many it ended; null where it was used before.</returns>
    Task<int?> EndOnceAsync(OneUse once, SessionChoice? which, SessionEnding ending, CancellationToken cancellationToken);

    /// <summary>The resident whom a client knows by this subject; null where there is none.</summary>
    Task<string?> FindResidentAsync(string clientId, string subject, CancellationToken cancellationToken);

    /// <summary>The resident of a case; null where there is none.</summary>
    Task<string?> FindResidentAsync(string caseNumber, CancellationToken cancellationToken);

    /// <summary>Saves the current unit of work; false where it could not be.</summary>
    Task<bool> SaveAsync(CancellationToken cancellationToken);
}
