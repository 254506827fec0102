using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Applications;

/// <summary>The person who applies, as proved at sign-in. Nothing of it comes from a request's body.</summary>
/// <param name="ResidentId">Internal; never leaves the hub.</param>
/// <param name="Home">What the assertion was judged by.</param>
/// <param name="Assertion">The home's signed assertion, kept as evidence.</param>
/// <param name="TrustPath">Id of the chain that the assertion was verified over.</param>
/// <param name="Consent">The consents under which the client acts, with the text shown, as JSON; kept as evidence.</param>
/// <param name="LicenceConsent">Id of the consent under which electronic licences are looked up; null where nobody may.</param>
internal sealed record Applicant(
    string ResidentId,
    string SessionId,
    VerifiedIdentity Identity,
    string? MainlandAccount,
    AssuranceLevel Assurance,
    HomePolicy Home,
    string Assertion,
    string Consent,
    string? TrustPath = null,
    string? LicenceConsent = null)
{
    /// <summary>Who files for the applicant; null where they do it themselves.</summary>
    public ActingAgent? Acting { get; init; }
}

/// <summary>Finds the person behind a session; how people sign in is none of this feature's business.</summary>
internal interface IApplicants
{
    /// <param name="clientId">The client that acts for the person; null for the hub itself.</param>
    /// <param name="sessionId">The <c>sid</c> of the client's token, or of the hub's own cookie.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Null where the session is unknown, over or ended.</returns>
    Task<Applicant?> FindAsync(string sessionId, string? clientId, CancellationToken cancellationToken);

    /// <param name="sessionId">Of the agent, as above.</param>
    /// <param name="clientId">As above.</param>
    /// <param name="delegation">What the client knows the mandate by; its id where the hub itself asks.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The one whom the agent acts for; null where the session or the mandate is over.</returns>
    Task<Applicant?> FindRepresentedAsync(string sessionId, string? clientId, string delegation, CancellationToken cancellationToken);
}
