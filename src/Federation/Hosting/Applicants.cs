using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;

namespace CrossBorder.Federation.Hosting;

/// <summary>Who applies, from the session of their sign-in: where applications and sign-in meet without naming one another.</summary>
internal sealed class Applicants(IVerifiedSessions sessions, IConsents consents, Recipients recipients, IHomes homes) : IApplicants
{
    public async Task<Applicant?> FindAsync(string sessionId, string? clientId, CancellationToken cancellationToken)
    {
        // A relying party's token names the session as that relying party knows it; the portal's cookie names it itself.
        var found = clientId is null
            ? await sessions.FindAsync(sessionId, cancellationToken)
            : await sessions.FindForClientAsync(sessionId, clientId, cancellationToken);
        if (found is not { } session || homes.Find(session.Home) is not { } home)
            return null;

        // A withdrawn consent ends what a client may do, however long its token still lives.
        var recipient = clientId ?? HubPortal.RecipientId;
        if (!await consents.IsGivenAsync(session.ResidentId, recipient, [HubScopes.Applications], cancellationToken))
            return null;

        var given = await consents.ListAsync(session.ResidentId, recipient, cancellationToken);
        return new Applicant(
            session.ResidentId, session.Id, session.Identity, session.MainlandAccount, session.Assurance, home.ToPolicy(), session.Assertion,
            ConsentEvidence.Write(given), session.TrustPath, LicenceConsent(given, recipients.Find(recipient).Value));
    }

    // Who agreed before the text said so has not agreed to it.
    private static string? LicenceConsent(IReadOnlyList<Consent> given, Recipient recipient) => given.FirstOrDefault(consent =>
        consent.WithdrawnAt is null && consent.PurposeKey == recipient.PurposeKey && ConsentText.NamesLicences(consent))?.Id;
}
