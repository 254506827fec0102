using System.Security.Claims;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.SignIn;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Antiforgery;

namespace CrossBorder.Federation.Accounts;

/// <summary>
/// A resident's consents, and their withdrawal. With a session all of them; with a token only those given to its client:
/// a relying party does not learn whom else a resident trusts.
/// </summary>
internal static class ConsentsEndpoint
{
    public const string Policy = "consents";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/consents").RequireAuthorization(Policy).WithTags("Consents");
        group.MapGet("", ListAsync).WithName("ListConsents");
        group.MapPost("/{id}/withdrawal", WithdrawAsync).WithName("WithdrawConsent").DisableAntiforgery();
    }

    private static async Task<IResult> ListAsync(HttpContext context, IConsents consents, IVerifiedSessions sessions)
    {
        if (await WhoAsync(context.User, sessions, context.RequestAborted) is not { } who)
            return TypedResults.Unauthorized();

        context.Response.Headers.CacheControl = "no-store";
        var list = await consents.ListAsync(who.ResidentId, who.ClientId, context.RequestAborted);
        return TypedResults.Ok(new { consents = list.Select(ConsentBody.Of) });
    }

    private static async Task<IResult> WithdrawAsync(
        HttpContext context, string id, IConsents consents, IVerifiedSessions sessions, IAntiforgery antiforgery)
    {
        if (await WhoAsync(context.User, sessions, context.RequestAborted) is not { } who)
            return TypedResults.Unauthorized();
        // A cookie comes along by itself, a token does not.
        if (who.ClientId is null && !await antiforgery.IsRequestValidAsync(context))
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);

        var withdrawn = await consents.WithdrawAsync(who.ResidentId, who.ClientId, id, context.RequestAborted);
        return withdrawn.Match<IResult>(
            consent => TypedResults.Ok(ConsentBody.Of(consent)),
            errors => Problems.From(errors, context));
    }

    private static async Task<Who?> WhoAsync(ClaimsPrincipal user, IVerifiedSessions sessions, CancellationToken cancellationToken)
    {
        // Who acts for another neither sees nor withdraws anybody's consents.
        if (ActingToken.IsOne(user) || user.FindFirst(HubClaims.SessionId)?.Value is not { } sid)
            return null;

        // A cookie's principal carries our internal resident claim, a token's never does.
        if (user.HasClaim(claim => claim.Type == HubClaims.Resident))
            return await sessions.FindAsync(sid, cancellationToken) is { } own ? new Who(own.ResidentId, null) : null;

        return user.FindFirst("client_id")?.Value is { } client && await sessions.FindForClientAsync(sid, client, cancellationToken) is { } session
            ? new Who(session.ResidentId, client)
            : null;
    }

    private sealed record Who(string ResidentId, string? ClientId);
}
