using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Accounts;

/// <summary>Who is signed in.</summary>
internal interface IVerifiedSessions
{
    /// <summary>The session; null where it is unknown, over or ended.</summary>
    Task<VerifiedSession?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>
    /// The <c>sid</c> that one client knows a session by; the same at every call. Each client has another: one for all would let
    /// relying parties find out that they serve the same person, which pairwise subjects are there to prevent.
    /// </summary>
    Task<string> SidForAsync(string sessionId, string clientId, CancellationToken cancellationToken);

    /// <summary>The session behind a client's <c>sid</c>; null where it is unknown, another client's, over or ended.</summary>
    Task<VerifiedSession?> FindForClientAsync(string sid, string clientId, CancellationToken cancellationToken);

    /// <summary>Whether there is such a session, without who is signed in.</summary>
    Task<bool> IsLiveForClientAsync(string sid, string clientId, CancellationToken cancellationToken);

    /// <summary>The session's browser is here now.</summary>
    Task SeenAsync(string sessionId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Ends a session: cookie, tokens' data and step-up alike, and in the same transaction writes down which relying parties are to hear of it.
    /// Ending twice is no fault.
    /// </summary>
    /// <returns>Id of the sign-out; null where nobody has anything to hear.</returns>
    Task<string?> EndAsync(string sessionId, SessionEnd cause, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a new session of the same resident in the place of the one before: relying parties go on under the <c>sid</c> that they know, and
    /// hear of the end of the new one. A session that has ended already is followed by nothing.
    /// </summary>
    Task RenewAsync(string sessionId, string successorId, CancellationToken cancellationToken);
}

/// <summary>A live session.</summary>
/// <param name="ResidentId">Internal; never given to a relying party.</param>
/// <param name="Home">Scheme of the home.</param>
/// <param name="Assertion">The home's signed assertion, compact form.</param>
/// <param name="TrustPath">Id of the chain that it was verified over.</param>
/// <param name="SeenAt">When its browser was last here.</param>
internal sealed record VerifiedSession(
    string Id,
    string ResidentId,
    string Home,
    VerifiedIdentity Identity,
    string? MainlandAccount,
    string Assertion,
    AssuranceLevel Assurance,
    IReadOnlyList<string> Methods,
    DateTimeOffset AuthenticatedAt,
    DateTimeOffset ExpiresAt,
    string? TrustPath = null,
    DateTimeOffset SeenAt = default);
