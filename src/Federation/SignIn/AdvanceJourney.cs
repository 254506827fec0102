using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.SignIn;

/// <summary>What moves a journey on: an assertion arrives, a link is confirmed, consent is given. Each is one unit of work.</summary>
internal sealed class AdvanceJourney(
    Journeys journeys, VerifyAssertion verify, LinkResident linking, StartSession sessions, IConsents consents,
    Recipients recipients, ITrustRecords records, PathStanding standing, ILogger<AdvanceJourney> logger)
{
    // What an officer decides or decided: the resident quotes the reference.
    private static readonly ErrorDescriptor[] WithReference =
        [ErrorCatalogue.LinkAmbiguous, ErrorCatalogue.LinkMismatch, ErrorCatalogue.LinkFoundNotYours, ErrorCatalogue.LinkDocumentsAsked];

    public async Task ReceiveAsync(OpenJourney open, HomeAnswer answered, CancellationToken cancellationToken)
    {
        var (scheme, assertion, nonce, homeSession) = answered;
        var journey = open.Journey;
        // An assertion that nobody waits for moves nothing: the journey stands elsewhere already.
        if (NextStep.Of(journey) != JourneyStep.VisitHome || journey.Home != scheme)
            return;

        var verified = await verify.RunAsync(scheme, assertion, nonce, journey.Request.Demand.RequiredAssurance, cancellationToken);
        if (!verified.TryGetValue(out var proved))
        {
            await RefuseAsync(open, verified.Error, cancellationToken);
            return;
        }

        var person = proved.Identity;

        Log.Verified(logger, journey.Request.ClientId, scheme, person.Assurance.ToUrn());
        var link = await linking.FindAsync(person, proved.Use?.Path, cancellationToken);
        if (!link.TryGetValue(out var answer))
        {
            Record(journey, proved.Use);
            await RefuseAsync(open, link.Error, cancellationToken);
            return;
        }

        var next = answer switch
        {
            LinkAnswer.Offered offered => journey.Offer(new PendingLink(
                VerifiedIdentityJson.Write(person), assertion, offered.AccountId, offered.Compared, proved.Use, homeSession)),
            LinkAnswer.Linked linked => await EnterAsync(journey, person, new SignedProof(assertion, proved.Use, journey.Request.ClientId, homeSession), linked, cancellationToken),
            _ => throw new InvalidOperationException($"No such answer: {answer.GetType().Name}"),
        };
        await journeys.KeepAsync(open, next, cancellationToken);
    }

    public async Task ConfirmLinkAsync(OpenJourney open, bool yes, CancellationToken cancellationToken)
    {
        if (open.Journey.Pending is not { } pending)
            return;

        var person = VerifiedIdentityJson.Read(pending.Identity).Value;
        if (!yes)
        {
            Record(open.Journey, pending.Use);
            await RefuseAsync(open, linking.Decline(person, pending.Evidence), cancellationToken);
            return;
        }

        // The resident may have thought for a while, and an officer may have acted meanwhile.
        if (pending.Use is { } use && !await standing.HoldsAsync(use, cancellationToken))
        {
            Record(open.Journey, use);
            await RefuseAsync(open, ErrorCatalogue.CertificateDistrusted.With("It was taken out of trust since the home was believed."), cancellationToken);
            return;
        }

        var linked = await linking.ConfirmAsync(person, pending.AccountId, pending.Evidence, pending.Use?.Path, cancellationToken);
        var proof = new SignedProof(pending.Assertion, pending.Use, open.Journey.Request.ClientId, pending.HomeSession);
        await journeys.KeepAsync(open, await EnterAsync(open.Journey, person, proof, linked, cancellationToken), cancellationToken);
    }

    /// <summary>The answer to a notice. False where the text agreed to is not the one that would be stored: it has to be read again.</summary>
    public async Task<bool> ConsentAsync(
        OpenJourney open, string residentId, Jurisdiction place, bool yes, string? seen, string language, CancellationToken cancellationToken)
    {
        var request = open.Journey.Request;
        if (NextStep.Of(open.Journey) != JourneyStep.Consent)
            return true;
        if (!yes)
        {
            await RefuseAsync(open, ErrorCatalogue.ConsentDeclined.With("The resident did not agree."), cancellationToken);
            return true;
        }

        if (!recipients.Find(request.ClientId).TryGetValue(out var recipient))
            return true;

        var notice = ConsentText.For(recipient, request.Scopes, language, place);
        if (notice.Digest != seen)
            return false;

        consents.Give(residentId, recipient, request.Scopes, notice);
        await journeys.KeepAsync(open, open.Journey.Agree(), cancellationToken);
        return true;
    }

    public Task RefuseAsync(OpenJourney open, Error error, CancellationToken cancellationToken)
    {
        Log.Refused(logger, open.Journey.Request.ClientId, error.Code);
        var reference = WithReference.Contains(error.Descriptor) ? error.Detail : null;
        return journeys.KeepAsync(open, open.Journey.Refuse(error, reference), cancellationToken);
    }

    // The home was believed, whatever became of the sign-in after that.
    private void Record(SignInJourney journey, TrustUse? use)
    {
        if (use is not null)
            records.Add(use, new TrustReference(journey.Request.ClientId));
    }

    private async Task<SignInJourney> EnterAsync(
        SignInJourney journey, VerifiedIdentity person, SignedProof proof, LinkAnswer.Linked linked, CancellationToken cancellationToken)
    {
        var session = sessions.Add(journey.Home!, person, proof, linked, journey.Request.Device);
        var given = await consents.IsGivenAsync(linked.ResidentId, journey.Request.ClientId, journey.Request.Scopes, cancellationToken);
        var next = journey.Enter(session.Id, isNew: true, consentNeeded: !given);
        return !given && !recipients.Find(journey.Request.ClientId).Succeeded
            ? next.Refuse(recipients.Find(journey.Request.ClientId).Error)
            : next;
    }
}
