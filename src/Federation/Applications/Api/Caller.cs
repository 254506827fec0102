using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>Who calls: the person behind the token's session.</summary>
internal static class Caller
{
    // RFC 8693 section 4.3; access tokens carry it by RFC 9068 section 2.2.
    private const string ClientIdClaim = "client_id";

    public static string? ClientId(HttpContext context) => context.User.FindFirst(ClientIdClaim)?.Value;

    /// <summary>The person whom the token is about, where they are there themselves (CB5187).</summary>
    public static async Task<Outcome<Applicant>> FindAsync(HttpContext context, IApplicants applicants)
    {
        if (ActingToken.IsOne(context.User))
            return ErrorCatalogue.NotForAgents.With("The token is of somebody who acts for another.");
        var session = context.User.FindFirst(HubClaims.SessionId)?.Value;
        var applicant = session is null ? null : await applicants.FindAsync(session, ClientId(context), context.RequestAborted);
        return applicant is null ? ErrorCatalogue.SessionUnknown.With("The session of the token is over.") : applicant;
    }

    /// <summary>The same, or the one whom the caller acts for: for what agents may do.</summary>
    public static async Task<Outcome<Applicant>> FindRepresentedAsync(HttpContext context, IApplicants applicants)
    {
        if (!ActingToken.IsOne(context.User))
            return await FindAsync(context, applicants);
        var session = context.User.FindFirst(HubClaims.SessionId)?.Value;
        var applicant = session is null || ActingToken.NameIn(context.User) is not { } name
            ? null
            : await applicants.FindRepresentedAsync(session, ClientId(context), name, context.RequestAborted);
        return applicant is null ? ErrorCatalogue.SessionUnknown.With("The session of the token, or what lets its agent act, is over.") : applicant;
    }

    /// <summary>The refusal, with the challenge that belongs to it: a caller who can do better is told how (RFC 9470, RFC 6750).</summary>
    public static IResult Refuse(HttpContext context, IReadOnlyList<Error> errors)
    {
        var first = errors[0];
        if (first.Code == ErrorCatalogue.AssuranceInsufficient.Code)
        {
            context.Response.Headers.WWWAuthenticate =
                $"{AccessTokenScheme.Of(context.Request)} error=\"insufficient_user_authentication\", error_description=\"A stronger sign-in is needed\", acr_values=\"{first.Detail}\"";
        }
        else if (first.Code == ErrorCatalogue.SessionUnknown.Code)
        {
            context.Response.Headers.WWWAuthenticate = $"{AccessTokenScheme.Of(context.Request)} error=\"invalid_token\", error_description=\"The sign-in has ended\"";
        }

        return first.Code == ErrorCatalogue.SigningRequired.Code
            ? Problems.From(errors, context, new SigningHint(first.Detail, "/api/applications/signing"))
            : Problems.From(errors, context);
    }
}
