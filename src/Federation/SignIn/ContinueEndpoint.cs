using CrossBorder.Federation.Hosting;
using CrossBorder.Adapters.Ports;
using System.Globalization;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;

namespace CrossBorder.Federation.SignIn;

/// <summary>Sends the browser to wherever its journey stands.</summary>
internal static class ContinueEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/sign-in/{id}", GoAsync).ExcludeFromDescription();

    private static async Task<IResult> GoAsync(
        HttpContext context, string id, Journeys journeys, StartSession start, IVerifiedSessions sessions,
        PageLanguage language, IHomes homes, ILogger<SignInJourney> logger)
    {
        context.Response.Headers.CacheControl = "no-store";
        var opened = await journeys.OpenAsync(context, id);
        if (!opened.TryGetValue(out var open))
            return TypedResults.LocalRedirect(ErrorPage.AddressOf(opened.Error.Code));

        var journey = open.Journey;
        switch (NextStep.Of(journey))
        {
            // With one home there is nothing to choose.
            case JourneyStep.ChooseHome when homes.All.Count == 1:
                await journeys.KeepAsync(open, journey.ChooseHome(homes.All[0].Scheme), context.RequestAborted);
                return TypedResults.LocalRedirect(JourneyLinks.Continue(id));
            // It ended since it was chosen, or since the sign-in that is to be stepped up.
            case JourneyStep.VisitHome when homes.Find(journey.Home) is null:
                await journeys.KeepAsync(open, journey with { Home = null }, context.RequestAborted);
                return TypedResults.LocalRedirect(JourneyLinks.Continue(id));
            case JourneyStep.VisitHome:
                return TypedResults.Challenge(Visit(open, language.Tag), [journey.Home!]);
            case JourneyStep.Finish:
                return await FinishAsync(context, open, journeys, start, sessions, logger);
            case var step:
                return TypedResults.LocalRedirect(JourneyLinks.Page(id, step));
        }
    }

    private static AuthenticationProperties Visit(OpenJourney open, string language)
    {
        var request = open.Journey.Request;
        var properties = new AuthenticationProperties { RedirectUri = JourneyLinks.Continue(open.Id) };
        properties.Items[HomeHandover.Journey] = open.Id;
        properties.SetParameter(HomeHandover.LoginHint, request.LoginHint);
        properties.SetParameter(HomeHandover.AssuranceLevels, request.AssuranceLevels);
        properties.SetParameter(HomeHandover.Languages, language);
        properties.SetParameter(HomeHandover.MaximumAge, request.MaximumAge?.ToString(CultureInfo.InvariantCulture));
        properties.SetParameter(HomeHandover.Prompt, request.Prompt?.Split(' ').Contains("login", StringComparer.Ordinal) == true ? "login" : null);
        return properties;
    }

    private static async Task<IResult> FinishAsync(
        HttpContext context, OpenJourney open, Journeys journeys, StartSession start, IVerifiedSessions sessions, ILogger logger)
    {
        if (await sessions.FindAsync(open.Journey.SessionId!, context.RequestAborted) is not { } session)
            return TypedResults.LocalRedirect(ErrorPage.AddressOf(ErrorCatalogue.JourneyUnknown.Code));
        if (!await journeys.CloseAsync(open, context.RequestAborted))
            return TypedResults.LocalRedirect(ErrorPage.AddressOf(ErrorCatalogue.JourneyUnknown.Code));

        if (open.Journey.IsNewSession)
            await start.EnterAsync(context, session);
        Log.Finished(logger, open.Journey.Request.ClientId);
        return TypedResults.Redirect(open.Journey.Request.ReturnUrl);
    }
}
