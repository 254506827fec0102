using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Signing;

/// <summary>
/// Files what a resident of the portal signed, whether or not their page is still open: the page does the same, and whoever is first files it. What
/// is down is asked again until the time for filing is over; what is refused ends the signing, and the resident is told.
/// </summary>
internal sealed class FileSigned(
    IApplicationSignings signings, IApplicants applicants, SignApplication sign, ISubmitApplication submit, TimeProvider clock, ILogger<FileSigned> logger)
{
    // As long as one may be at work on it, and the wait before it is tried again.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await signings.TryTakeAsync(id, now, now + Again, cancellationToken))
            return;
        if (await signings.CaseOfAsync(id, cancellationToken) is not null)
        {
            await signings.SettleAsync(id, cancellationToken);
            return;
        }

        if (await signings.FindAsync(id, cancellationToken) is not { } signing)
            return;
        if (await applicants.FindAsync(signing.SessionId, clientId: null, cancellationToken) is not { } applicant)
            await GiveUpAsync(signing, ErrorCatalogue.SignerSignedOut.Code, cancellationToken);
        else if (await sign.FindAsync(applicant, id, cancellationToken) is { State: SigningState.Signed } signed)
            await FileAsync(applicant, signed, cancellationToken);
    }

    private async Task FileAsync(Applicant applicant, ApplicationSigning signing, CancellationToken cancellationToken)
    {
        var request = SignApplication.RequestOf(signing) with { Signing = signing.Id };
        var filed = await submit.SubmitAsync(applicant, request, cancellationToken);
        if (filed.TryGetValue(out var view))
        {
            await signings.SettleAsync(signing.Id, cancellationToken);
            Log.FiledBySignature(logger, view.CaseNumber);
            return;
        }

        // The same form was signed twice, and the first of the two was filed.
        var refusal = filed.Error.Code == ErrorCatalogue.IdempotencyKeyReused.Code
            && await submit.FindFiledAsync(applicant, clientId: null, request.IdempotencyKey, cancellationToken) is not null
                ? ErrorCatalogue.SigningUsed
                : filed.Error.Descriptor;
        // What is down may be up again, as long as the signature counts.
        if (refusal.Status >= StatusCodes.Status500InternalServerError && clock.GetUtcNow() - signing.VerifiedAt <= SignedApplications.FiledWithin)
            Log.SignedNotFiled(logger, refusal.Code);
        else
            await GiveUpAsync(signing, refusal.Code, cancellationToken);
    }

    private async Task GiveUpAsync(ApplicationSigning signing, string code, CancellationToken cancellationToken)
    {
        // The page may have filed it since this began: then nothing is given up, and the resident is told nothing else.
        if (await signings.CaseOfAsync(signing.Id, cancellationToken) is not null)
        {
            await signings.SettleAsync(signing.Id, cancellationToken);
            return;
        }

        // Where the page or another node changed it first, it is due again, or over.
        if (await sign.GiveUpAsync(signing, code, cancellationToken))
            Log.SigningGivenUp(logger, code);
    }
}
