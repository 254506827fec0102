using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.AssertionGateway.Hosting;
using CrossBorder.Federation.AssertionGateway.Protocol;
using CrossBorder.Federation.AssertionGateway.Visits;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.AssertionGateway.Signing;

/// <summary>
/// Signing for the hub: it asks, the resident's browser or phone visits, the hub fetches the answer. The address of a visit is of no use to
/// anybody but the resident: another one's phone is turned away before anything is put before it.
/// </summary>
internal static class SigningEndpoints
{
    public const string Path = "/signing";
    private const string RequestType = "cross-border-signing-request+jws";
    private const string QueryType = "cross-border-signing-query+jws";
    private static readonly string[] Declined = [ErrorCatalogue.HomeCancelled.Code, ErrorCatalogue.DisclosureDeclined.Code];

    public static void MapSigning(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, StartAsync).ForMachines();
        routes.MapPost(Path + "/result", ResultAsync).ForMachines();
        routes.MapGet(Path + "/{reference}", VisitAsync);
    }

    private static async Task<IResult> StartAsync(HttpContext context, HubRequests requests, VisitBook visits, IOptions<GatewayOptions> options)
    {
        var read = await requests.ReadAsync(context.Request, RequestType, message => SigningRequest.Read(message, options.Value.Client));
        if (!read.TryGetValue(out var request))
            return Problems.From(read, context);

        var (reference, until) = await visits.KeepForAsync(
            secret => new Visit { ReturnUrl = $"{Path}/{secret}", Language = request.Language, Signing = request }, context.RequestAborted);
        return TypedResults.Json(
            new { reference, address = new Uri(new Uri(options.Value.Issuer), Path + "/" + reference), expires = until.ToUnixTimeSeconds() },
            statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ResultAsync(HttpContext context, HubRequests requests, VisitBook visits)
    {
        var read = await requests.ReadAsync<string>(context.Request, QueryType, static message =>
            HubRequests.TextOf(message, "reference") is { } reference ? reference : ErrorCatalogue.SigningRequestWrong.With("'reference' is missing.", "/reference"));
        if (!read.TryGetValue(out var reference))
            return Problems.From(read, context);

        // What was swept away is over, like what nobody came for.
        var open = await visits.OfSecretAsync(reference, context.RequestAborted);
        return TypedResults.Json(open is { Visit.Signing: not null } ? Told(open) : new { status = "expired" });
    }

    private static object Told(OpenVisit open) => open.Visit switch
    {
        { Signed: { } signed } => new
        {
            status = "signed", signature = signed.Signature, certificates = signed.Certificates, signedAt = signed.SignedAt.ToUnixTimeSeconds(),
        },
        { Refusal: { } code } => new { status = Declined.Contains(code) ? "declined" : "failed", code },
        _ when open.IsOver => new { status = "expired" },
        _ => new { status = "open" },
    };

    private static async Task<IResult> VisitAsync(HttpContext context, VisitBook visits, string reference)
    {
        if (await visits.OfSecretAsync(reference, context.RequestAborted) is not { Visit: { Signing: { } request } visit } open)
            return TypedResults.LocalRedirect(GatewayPage.EndAddress(ErrorCatalogue.DisclosureLate.Code));
        if (open.IsOver || visit.IsComplete || visit.Refusal is not null)
        {
            VisitBook.LeaveBrowser(context);
            return TypedResults.Redirect(QueryHelpers.AddQueryString(request.Return, "state", request.State));
        }

        VisitBook.Adopt(context, reference);
        if (visit.IsWaiting)
            return TypedResults.LocalRedirect(WaitingEndpoint.Path);
        var properties = new AuthenticationProperties { RedirectUri = visit.ReturnUrl, Items = { [HomeHandover.Journey] = reference } };
        properties.SetParameter(HomeHandover.Languages, request.Language);
        return TypedResults.Challenge(properties, [GatewaySchemes.Home]);
    }
}
