using System.Security.Cryptography;
using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Signing;

/// <summary>
/// The way of a signing: begun with an application that holds, asked of the resident's home, answered, verified. What fails leaves the
/// application as it was filled in, for another try.
/// </summary>
internal sealed class SignApplication(
    VerifyApplication verification, IApplicationSignings signings, ISigningService service, ResidentSignatureJudge judge, Confirmations confirmations,
    ICatalogue catalogue, IOptions<HubOptions> hub, TimeProvider clock, ILogger<SignApplication> logger)
{
    public const string ReturnPath = "sign/returned";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    // The resident's page looks as often, and goes first where it is open.
    private static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(3);

    /// <summary>Begins one. All reasons against the application, as if it were filed; CB4071 where this resident has no way to sign it.</summary>
    public Task<Outcome<ApplicationSigning>> BeginAsync(Applicant applicant, SubmitApplication request, string language, CancellationToken cancellationToken) =>
        BeginAsync(applicant, request, language, follows: null, cancellationToken);

    /// <summary>The same application once more, by what is in force now, after it ended without a case.</summary>
    public Task<Outcome<ApplicationSigning>> BeginAgainAsync(Applicant applicant, ApplicationSigning signing, string language, CancellationToken cancellationToken) =>
        BeginAsync(applicant, RequestOf(signing), language, signing.Id, cancellationToken);

    private async Task<Outcome<ApplicationSigning>> BeginAsync(
        Applicant applicant, SubmitApplication request, string language, string? follows, CancellationToken cancellationToken)
    {
        var verified = await verification.VerifyAsync(applicant, request, cancellationToken);
        if (!verified.TryGetValue(out var application))
            return Outcome<ApplicationSigning>.Refused(verified.Errors);
        var need = application.Entry.Signing == SigningNeed.None ? SigningNeed.Either : application.Entry.Signing;
        if (Ways(need, applicant.Identity.Home).Count == 0)
            return ErrorCatalogue.SigningNotOffered.With($"{applicant.Identity.Home} has no signing service.", "/item");

        // To the millisecond, as both databases give it back: the document is made anew from it.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var document = SigningDocument.Write(id, now, application.CatalogueVersion, language, applicant, application);
        var signing = new ApplicationSigning
        {
            Id = id,
            ResidentId = applicant.ResidentId,
            ClientId = request.ClientId,
            SessionId = applicant.SessionId,
            Home = applicant.Identity.Home,
            Subject = applicant.Identity.Subject,
            EntryCode = application.Entry.Code,
            CatalogueVersion = application.CatalogueVersion,
            Follows = follows,
            Need = need,
            Request = JsonSerializer.Serialize(request with { Signing = null }, JsonSerializerOptions.Web),
            Document = document,
            Digest = SigningDocument.DigestOf(document),
            Language = language,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        await signings.AddAsync(signing, cancellationToken);
        return signing;
    }

    /// <summary>What is filed once it is signed.</summary>
    public static SubmitApplication RequestOf(ApplicationSigning signing) => JsonSerializer.Deserialize<SubmitApplication>(signing.Request, JsonSerializerOptions.Web)!;

    /// <summary>How this resident can sign it: <c>digital</c>, <c>step-up</c>.</summary>
    public IReadOnlyList<string> WaysOf(ApplicationSigning signing) => Ways(signing.Need, signing.Home);

    /// <summary>The resident's own one, brought up to what the signing service says; null where it is unknown, or another resident's.</summary>
    public async Task<ApplicationSigning?> FindAsync(Applicant applicant, string id, CancellationToken cancellationToken)
    {
        if (await signings.FindAsync(id, cancellationToken) is not { } signing || signing.ResidentId != applicant.ResidentId)
            return null;
        return await RefreshAsync(signing, applicant, cancellationToken) ? signing : await signings.FindAsync(id, cancellationToken);
    }

    /// <summary>Puts it before the resident at their home. Asked again it is the same question.</summary>
    public async Task<Outcome<ApplicationSigning>> AskAsync(Applicant applicant, ApplicationSigning signing, CancellationToken cancellationToken)
    {
        if (signing.State == SigningState.Asked)
            return signing;
        if (signing.State != SigningState.Open || signing.ExpiresAt <= clock.GetUtcNow())
            return ErrorCatalogue.SigningExpired.With("It is signed or over.");
        if (!signing.Need.AllowsDigital())
            return ErrorCatalogue.SigningNotOffered.With("The item is confirmed by proving oneself once more.");

        var asked = await service.StartAsync(new SigningQuestion(
            signing.Home, signing.Digest, TitleOf(signing), signing.Subject, new Uri(new Uri(hub.Value.Issuer), ReturnPath), signing.Id, signing.Language), cancellationToken);
        if (!asked.TryGetValue(out var place))
            return Outcome<ApplicationSigning>.Refused(asked.Errors);

        (signing.State, signing.ServiceReference, signing.ServiceAddress) = (SigningState.Asked, place.Reference, place.Address.AbsoluteUri);
        (signing.SessionId, signing.NextLookAt) = (applicant.SessionId, NextLook(signing));
        return await SaveAsync(signing, cancellationToken) ? signing : (await FindAsync(applicant, signing.Id, cancellationToken))!;
    }

    /// <summary>Confirms it by the resident's sign-in. CB5179, CB5181 where another document was shown, CB5184.</summary>
    /// <param name="applicant">Who confirms, by the sign-in of now.</param>
    /// <param name="signing">What.</param>
    /// <param name="shown">Digest of the document that was on the screen.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<Outcome<ApplicationSigning>> ConfirmAsync(Applicant applicant, ApplicationSigning signing, string? shown, CancellationToken cancellationToken)
    {
        if (signing.State is not (SigningState.Open or SigningState.Asked) || signing.ExpiresAt <= clock.GetUtcNow())
            return ErrorCatalogue.SigningExpired.With("It is signed or over.");
        if (!signing.Need.AllowsStepUp())
            return ErrorCatalogue.SigningRequired.With(SigningNeeds.Of(signing.Need));
        if (shown != signing.Digest)
            return ErrorCatalogue.SignedDocumentOther.With("Another document was shown.");

        var stated = confirmations.State(signing, applicant, LevelOf(signing));
        if (!stated.TryGetValue(out var proof))
            return Outcome<ApplicationSigning>.Refused(stated.Errors);
        signing.SessionId = applicant.SessionId;
        Take(signing, proof);
        return await SaveAsync(signing, cancellationToken)
            ? signing
            : ErrorCatalogue.SigningExpired.With("It was changed by another call.");
    }

    /// <summary>Ends one that was asked or signed, and that nothing can be filed with any more.</summary>
    public Task<bool> GiveUpAsync(ApplicationSigning signing, string code, CancellationToken cancellationToken) =>
        EndAsync(signing, SigningState.Failed, code, cancellationToken);

    public bool IsFresh(ApplicationSigning signing, Applicant applicant) => confirmations.IsFresh(signing, applicant, LevelOf(signing));

    /// <summary>How surely the resident must prove themselves to confirm it.</summary>
    public AssuranceLevel LevelOf(ApplicationSigning signing) =>
        catalogue.Find(signing.EntryCode).TryGetValue(out var entry) && entry.FilingLoa > AssuranceLevel.Substantial ? entry.FilingLoa : AssuranceLevel.Substantial;

    private List<string> Ways(SigningNeed need, string home)
    {
        var ways = new List<string>();
        if (need.AllowsDigital() && service.IsOffered(home))
            ways.Add(SigningProof.Digital);
        if (need.AllowsStepUp())
            ways.Add(SigningProof.StepUp);
        return ways;
    }

    private string TitleOf(ApplicationSigning signing) => catalogue.Find(signing.EntryCode).TryGetValue(out var entry) ? entry.Name.In(signing.Language) : signing.EntryCode;

    /// <summary>False where another call changed it meanwhile.</summary>
    private async Task<bool> RefreshAsync(ApplicationSigning signing, Applicant applicant, CancellationToken cancellationToken)
    {
        if (signing.State == SigningState.Open && signing.ExpiresAt <= clock.GetUtcNow())
            return await EndAsync(signing, SigningState.Expired, ErrorCatalogue.SigningExpired.Code, cancellationToken);
        if (signing is not { State: SigningState.Asked, ServiceReference: { } reference })
            return true;

        var answered = await service.AskAsync(signing.Home, reference, cancellationToken);
        if (!answered.TryGetValue(out var answer))
        {
            // It is asked again by the next look; nothing is lost but a moment.
            Log.SigningServiceSilent(logger, answered.Error.ToString());
            return signing.ExpiresAt > clock.GetUtcNow() || await EndAsync(signing, SigningState.Expired, ErrorCatalogue.SigningExpired.Code, cancellationToken);
        }

        return answer.Status switch
        {
            SigningStatus.Signed => await JudgeAsync(signing, answer, applicant, cancellationToken),
            SigningStatus.Declined => await EndAsync(signing, SigningState.Declined, ErrorCatalogue.SigningDeclined.Code, cancellationToken),
            SigningStatus.Expired => await EndAsync(signing, SigningState.Expired, ErrorCatalogue.SigningExpired.Code, cancellationToken),
            SigningStatus.Failed => await EndAsync(signing, SigningState.Failed, KnownCode(answer.Refusal), cancellationToken),
            // Not answered yet: it is over when its time is, whatever the service still shows.
            _ => signing.ExpiresAt > clock.GetUtcNow() || await EndAsync(signing, SigningState.Expired, ErrorCatalogue.SigningExpired.Code, cancellationToken),
        };
    }

    private async Task<bool> JudgeAsync(ApplicationSigning signing, SigningAnswer answer, Applicant applicant, CancellationToken cancellationToken)
    {
        var judged = await judge.JudgeAsync(signing, answer.Signature!, applicant.Identity.Jurisdiction, cancellationToken);
        if (judged.TryGetValue(out var proof))
        {
            Take(signing, proof);
            return await SaveAsync(signing, cancellationToken);
        }

        // The code alone: the detail names the certificate, and so the resident.
        Log.SignatureRefused(logger, judged.Error.Code);
        return await EndAsync(signing, SigningState.Failed, judged.Error.Code, cancellationToken);
    }

    private static string KnownCode(string? code) => code is not null && ErrorCatalogue.All.ContainsKey(code) ? code : ErrorCatalogue.HomeExchangeRefused.Code;

    private void Take(ApplicationSigning signing, SigningProof proof) =>
        (signing.State, signing.Proof, signing.VerifiedAt, signing.NextLookAt) = (SigningState.Signed, proof.Write(), proof.VerifiedAt, NextLook(signing));

    // What a client began, the client files.
    private DateTimeOffset? NextLook(ApplicationSigning signing) => signing.ClientId is null ? clock.GetUtcNow() + LookAfter : null;

    /// <summary>
    /// Ends it. Whoever was asked to sign and did not decline may think that it is submitted: they are told that it is not, and where it goes on.
    /// Where another signing of the same form was filed, it is submitted, and there is nothing to tell.
    /// </summary>
    private async Task<bool> EndAsync(ApplicationSigning signing, SigningState state, string code, CancellationToken cancellationToken)
    {
        var believed = signing is { ClientId: null, State: SigningState.Asked or SigningState.Signed } && state != SigningState.Declined
            && code != ErrorCatalogue.SigningUsed.Code;
        (signing.State, signing.Refusal, signing.NextLookAt) = (state, code, null);
        if (believed)
            await signings.TellUnfiledAsync(signing, clock.GetUtcNow(), cancellationToken);
        return await SaveAsync(signing, cancellationToken);
    }

    private Task<bool> SaveAsync(ApplicationSigning signing, CancellationToken cancellationToken)
    {
        signing.Version++;
        return signings.TrySaveAsync(cancellationToken);
    }
}
