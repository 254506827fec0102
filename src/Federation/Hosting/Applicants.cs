using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Delegation;

namespace CrossBorder.Federation.Hosting;

/// <summary>Who applies, from the session of their sign-in: where applications and sign-in meet without naming one another.</summary>
internal sealed class Applicants(
    IVerifiedSessions sessions, IConsents consents, Recipients recipients, IHomes homes, Representations representations) : IApplicants
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

    public async Task<Applicant?> FindRepresentedAsync(string sessionId, string? clientId, string delegation, CancellationToken cancellationToken)
    {
        var recipient = clientId ?? HubPortal.RecipientId;
        if (await FindAsync(sessionId, clientId, cancellationToken) is not { } agent)
            return null;

        var representation = clientId is null
            ? await representations.FindAsync(delegation, agent.ResidentId, recipient, cancellationToken)
            : await representations.FindNamedAsync(delegation, clientId, agent.ResidentId, clientId, cancellationToken);
        if (representation is not { } found || !found.Mandate.ScopeNames.Contains(HubScopes.Applications) || homes.Find(found.Mandate.Home) is not { } home)
            return null;

        var mandate = found.Mandate;
        var given = (await consents.ListAsync(mandate.GivenBy, recipient, cancellationToken)).Where(consent => mandate.ConsentIds.Contains(consent.Id));
        var name = agent.Identity.Name;
        // The agent is asked to step up, for it is they who are here. What an enterprise files stands with who represents it.
        return new Applicant(
            mandate.GivenBy, agent.SessionId, found.Principal, mandate.MainlandAccount, agent.Assurance, home.ToPolicy(),
            mandate.Assertion, ConsentEvidence.Write(given), mandate.TrustPath)
        {
            Acting = new ActingAgent(
                mandate.Id, agent.ResidentId, mandate.Relation, name.HanTraditional ?? name.HanSimplified ?? name.Latin, MaskedName.Of(name),
                agent.Identity.AssertionDigest, mandate.ItemCodes.ToHashSet(StringComparer.Ordinal), found.Assurance, mandate.ScopeNames.Contains(HubScopes.Identity),
                found.Enterprise is { } enterprise ? new FiledForEnterprise(enterprise.Code, enterprise.Name) : null),
        };
    }

    // Who agreed before the text said so has not agreed to it.
    private static string? LicenceConsent(IReadOnlyList<Consent> given, Recipient recipient) => given.FirstOrDefault(consent =>
        consent.WithdrawnAt is null && consent.PurposeKey == recipient.PurposeKey && ConsentText.NamesLicences(consent))?.Id;
}
