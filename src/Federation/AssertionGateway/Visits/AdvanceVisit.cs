using System.Security.Cryptography;
using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.AssertionGateway.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>
/// What moves a visit on: the resident has signed in, or has answered in the app. One question is open at a time, and it is written down
/// before it is put: the answer may be here before the call that asked has returned, or after this node is gone.
/// </summary>
internal sealed class AdvanceVisit(
    VisitBook visits, IHomeDisclosures disclosures, IHomeSignatures signatures, IOptions<GatewayOptions> options, TimeProvider clock, ILogger<AdvanceVisit> logger)
{
    private const int MostAttempts = 5;

    public async Task ArriveAsync(OpenVisit open, HomeGrant grant, CancellationToken cancellationToken)
    {
        if (open.IsOver || open.Visit.Grant is not null || open.Visit.Refusal is not null)
            return;

        // Before anything is put before whoever came: the phone is another's, or its account cannot sign.
        if (open.Visit.Signing is { } request && !Same(request.Subject, grant.Subject))
        {
            await RefuseAsync(open, ErrorCatalogue.SignerIsAnother.With("Another subject signed in."), cancellationToken);
            return;
        }

        if (open.Visit.Signing is not null && !grant.Strong)
        {
            await RefuseAsync(open, ErrorCatalogue.SigningNotOffered.With("The account cannot sign."), cancellationToken);
            return;
        }

        var next = open.Visit.Arrive(grant, LevelsOf(grant).SignIn, clock.GetUtcNow());
        if (await visits.KeepAsync(open, next, cancellationToken))
            await AskAsync(open with { Visit = next }, cancellationToken);
    }

    /// <summary>Takes an answer that is proved to be the home's; CB4066, CB4067 or CB4070 where no visit has a use for it.</summary>
    public async Task<Outcome<OpenVisit>> AnswerAsync(DisclosureKind kind, Disclosure disclosure, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await visits.OfReferenceAsync(disclosure.Reference.Split('.')[0], cancellationToken) is not { IsOver: false } open
                || disclosure.Reference != ReferenceOf(open, kind) || open.Visit.Grant is not { } grant)
                return ErrorCatalogue.CallbackUnknown.With("No visit has this question open.");
            if (open.Visit.Answered.Contains(kind))
                return ErrorCatalogue.CallbackRepeated.With("The question was answered before; nothing was changed.");
            if (open.Visit.Open is not [var asked, ..] || asked != kind || open.Visit.Refusal is not null)
                return ErrorCatalogue.CallbackUnknown.With("No visit has this question open.");

            var next = Judge(open.Visit, grant, kind, disclosure);
            if (!await visits.KeepAsync(open, next, cancellationToken))
                continue;

            if (next.Refusal is { } code)
                Log.VisitRefused(logger, code);
            if (next.Refusal == ErrorCatalogue.CallbackOfAnother.Code)
                return ErrorCatalogue.CallbackOfAnother.With("The visit was ended.");

            var moved = open with { Visit = next };
            if (next.IsWaiting)
                await AskAsync(moved, cancellationToken);
            return moved;
        }

        return ErrorCatalogue.CallbackUnknown.With("The visit is changed by others all the time.");
    }

    public async Task RefuseAsync(OpenVisit open, Error error, CancellationToken cancellationToken)
    {
        Log.VisitRefused(logger, error.ToString());
        await visits.KeepAsync(open, open.Visit.Refuse(error.Code), cancellationToken);
    }

    private Visit Judge(Visit visit, HomeGrant grant, DisclosureKind kind, Disclosure disclosure)
    {
        if (!Same(disclosure.Subject, grant.Subject))
            return visit.Refuse(ErrorCatalogue.CallbackOfAnother.Code);
        if (disclosure is { Approved: true, Signed: { } signed })
            return visit.Sign(signed);
        return disclosure.Approved
            ? visit.Answer(kind, disclosure.Person, LevelsOf(grant).StepUp, clock.GetUtcNow())
            : visit.Refuse(ErrorCatalogue.DisclosureDeclined.Code);
    }

    private async Task AskAsync(OpenVisit open, CancellationToken cancellationToken)
    {
        var kind = open.Visit.Open[0];
        var asked = open.Visit.Signing is { } request
            ? await signatures.AskAsync(new SigningTask(request.Digest, request.Title), open.Visit.Grant!, ReferenceOf(open, kind), cancellationToken)
            : await disclosures.AskAsync(kind, open.Visit.Grant!, ReferenceOf(open, kind), cancellationToken);
        if (!asked.Succeeded && await visits.FindAsync(open.Row.Id, cancellationToken) is { } now)
            await RefuseAsync(now, asked.Error, cancellationToken);
    }

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private AssurancePair LevelsOf(HomeGrant grant) => grant.Strong ? options.Value.Assurance.Strong : options.Value.Assurance.Plain;

    private static string ReferenceOf(OpenVisit open, DisclosureKind kind) => $"{open.Row.Reference}.{(int)kind}";
}
