using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>Signings for clients: begun with the application, done by the resident at the hub's own page, then filed by its reference.</summary>
internal static class SigningEndpoints
{
    private const string Path = "/applications/signing";

    public static void MapSigning(this RouteGroupBuilder api)
    {
        api.MapPost(Path, BeginAsync)
            .Produces<SigningBody>(StatusCodes.Status201Created)
            .WithName("BeginSigning")
            .WithSummary("An application to be signed by its resident")
            .WithDescription(
                "Body as for an application, which is verified as if it were filed. The answer says where to send the resident: there they read the document, and sign it " +
                "with the phone (digital) or prove themselves once more (step-up). Then POST /api/applications with the same body and signing: the reference. Open for ten " +
                "minutes; one signature files one application. The language of the document is that of Accept-Language.");
        api.MapGet(Path + "/{reference}", ShowAsync)
            .Produces<SigningBody>()
            .WithName("ShowSigning")
            .WithSummary("How far a signing is");
    }

    private static async Task<IResult> BeginAsync(HttpContext context, IApplicants applicants, SignApplication signing, IOptions<HubOptions> hub)
    {
        var caller = await Caller.FindAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);
        // Filing needs a key of its own; to begin, none is needed, for nothing is filed.
        var read = await ApplicationBody.ReadAsync(context, "", Caller.ClientId(context));
        if (!read.TryGetValue(out var request))
            return Caller.Refuse(context, read.Errors);

        var begun = await signing.BeginAsync(applicant, request, Problems.Language(context), context.RequestAborted);
        return begun.TryGetValue(out var made)
            ? TypedResults.Created($"/api{Path}/{made.Id}", SigningBody.Of(made, signing, hub.Value))
            : Caller.Refuse(context, begun.Errors);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IApplicants applicants, SignApplication signing, IOptions<HubOptions> hub, string reference)
    {
        var caller = await Caller.FindAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);
        return await signing.FindAsync(applicant, reference, context.RequestAborted) is { } found && found.ClientId == Caller.ClientId(context)
            ? TypedResults.Ok(SigningBody.Of(found, signing, hub.Value))
            : Problems.From(ErrorCatalogue.SigningUnknown.With("There is no signing of this reference."), context);
    }
}

/// <summary>A signing as a client sees it.</summary>
/// <param name="Status">open, asked, signed, declined, expired or failed.</param>
/// <param name="Methods">How the resident can sign: digital, step-up.</param>
/// <param name="Document">What is signed, to the letter.</param>
/// <param name="Address">For the resident's browser.</param>
/// <param name="Refusal">Why it ended without a signature.</param>
internal sealed record SigningBody(
    string Reference, string Status, IReadOnlyList<string> Methods, string Digest, string Document, Uri Address, DateTimeOffset ExpiresAt, string? Method, string? Refusal)
{
    public static SigningBody Of(ApplicationSigning signing, SignApplication ways, HubOptions hub) => new(
        signing.Id, WordOf(signing.State), ways.WaysOf(signing), signing.Digest, signing.Document,
        new Uri(new Uri(hub.Issuer), "sign/" + signing.Id), signing.ExpiresAt,
        signing.Proof is { } proof ? SigningProof.Read(proof).Method : null, signing.Refusal);

    private static string WordOf(SigningState state) => state switch
    {
        SigningState.Asked => "asked",
        SigningState.Signed => "signed",
        SigningState.Declined => "declined",
        SigningState.Expired => "expired",
        SigningState.Failed => "failed",
        _ => "open",
    };
}
