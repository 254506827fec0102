using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Accounts;

/// <summary>Who stands behind a <c>sid</c>.</summary>
internal interface IVerifiedSessions
{
    /// <summary>The session; null where it is unknown, over or ended.</summary>
    Task<VerifiedSession?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Ends a session: cookie, tokens' data and step-up alike. Ending twice is no fault.</summary>
    Task EndAsync(string sessionId, CancellationToken cancellationToken);
}

/// <summary>A live session.</summary>
/// <param name="ResidentId">Internal; never given to a relying party.</param>
/// <param name="Home">Scheme of the home.</param>
/// <param name="Assertion">The home's signed assertion, compact form.</param>
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
    DateTimeOffset ExpiresAt);
