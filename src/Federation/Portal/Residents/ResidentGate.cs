using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CrossBorder.Federation.Portal.Residents;

/// <summary>
/// Lets a resident through who signed in as surely as the page's item asks for, and sends everybody else to sign in and back.
/// An authorization filter, so that it stands before anybody reads a form: a stranger's upload is not taken into memory.
/// </summary>
internal sealed class ResidentGate(
    AgentDoor agents, ICatalogue catalogue, ResidentSession session, IApplicants applicants, ActingFor acting, PageLanguage language)
    : IAsyncAuthorizationFilter
{
    private const string Scopes = "openid profile applications";

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var needed = Needed(context.RouteData.Values["code"] as string);
        if (!needed.TryGetValue(out var level))
        {
            context.Result = new RefusalResult(needed.Error);
            return;
        }

        if (await FindAsync(context.HttpContext) is not { } applicant || applicant.Assurance < level)
            context.Result = Challenge(context.HttpContext.Request, level, language);
        else
            context.Result = await LetInAsync(context.HttpContext, applicant);
    }

    /// <summary>Sends somebody to prove themselves as surely as that, and back.</summary>
    public static ChallengeResult Challenge(HttpRequest request, AssuranceLevel level, PageLanguage language) =>
        new(HubSchemes.Journey, Journey(request, level, language));

    private async Task<IActionResult?> LetInAsync(HttpContext context, Applicant resident)
    {
        if (agents == AgentDoor.Themselves || acting.MandateOf(context, resident.ResidentId) is not { } mandate)
        {
            context.Features.Set(new ResidentFeature(resident));
            return null;
        }

        var represented = await applicants.FindRepresentedAsync(resident.SessionId, clientId: null, mandate, context.RequestAborted);
        acting.Found(represented);
        // Nobody is put back to their own matters in the middle of somebody else's: they would file for the wrong one.
        if (represented is null)
        {
            ActingFor.Clear(context);
            return new RefusalResult(ErrorCatalogue.MandateUnknown.With("It ended while it was used."));
        }

        if (agents == AgentDoor.Closed)
            return new RefusalResult(ErrorCatalogue.NotForAgents.With("The page is for people themselves."));
        context.Features.Set(new ResidentFeature(represented));
        return null;
    }

    /// <summary>What is not about one item is open to every resident.</summary>
    private Outcome<AssuranceLevel> Needed(string? code)
    {
        if (code is null)
            return AssuranceLevel.Low;
        return catalogue.Find(code).Then<AssuranceLevel>(entry => entry.Online
            ? entry.FilingLoa
            : ErrorCatalogue.ItemNotOnline.With($"'{entry.Code}' is done at a counter only."));
    }

    private async Task<Applicant?> FindAsync(HttpContext context) =>
        (await session.FindAsync(context))?.FindFirst(HubClaims.SessionId)?.Value is { } id
            ? await applicants.FindAsync(id, clientId: null, context.RequestAborted)
            : null;

    private static AuthenticationProperties Journey(HttpRequest request, AssuranceLevel level, PageLanguage language) => new()
    {
        RedirectUri = request.PathBase + request.Path + request.QueryString,
        Items =
        {
            [JourneyItems.Scopes] = Scopes,
            [JourneyItems.Languages] = language.Tag,
            [JourneyItems.AssuranceLevels] = level.ToUrn(),
        },
    };
}
