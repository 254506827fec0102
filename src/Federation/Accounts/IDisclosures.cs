namespace CrossBorder.Federation.Accounts;

/// <summary>Who got a resident's data, or looked at it.</summary>
internal interface IDisclosures
{
    /// <summary>
    /// Writes down that a client gets the data of these scopes, before it does: once for each session, client and scope, for a client
    /// asks as often as it likes. False where that could not be written, so that nothing may be given.
    /// </summary>
    Task<bool> TellAsync(VerifiedSession session, string sid, string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken);

    /// <summary>The same of those for whom somebody signed in acts: once for each of the agent's sessions, client, mandate and scope.</summary>
    /// <param name="principalId">Whose data they are; it stands in their list, and not in the agent's.</param>
    /// <param name="mandateId">By what the agent acts.</param>
    /// <param name="sid">The agent's session as the client knows it.</param>
    /// <param name="clientId">Who gets them.</param>
    /// <param name="scopes">What it gets.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<bool> TellRepresentedAsync(
        string principalId, string mandateId, string sid, string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken);

    /// <summary>The latest of one resident, newest first: what clients fetched and what officers looked at.</summary>
    Task<IReadOnlyList<Disclosure>> ListAsync(string residentId, int most, CancellationToken cancellationToken);
}

/// <summary>One look at a resident's data.</summary>
/// <param name="ClientId">Who fetched it; null where an officer looked.</param>
/// <param name="Scopes">What was fetched; empty where an officer looked.</param>
/// <param name="Record">What an officer looked at, <c>review</c>, <c>mandate</c>, <c>sessions</c> or <c>evidence</c>; null where a client fetched.</param>
internal sealed record Disclosure(DateTimeOffset At, string? ClientId, IReadOnlyList<string> Scopes, string? Record);
