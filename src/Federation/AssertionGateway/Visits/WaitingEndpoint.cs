using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>Where the browser waits while the resident answers in the app. The page asks again by itself, and needs no script.</summary>
internal static class WaitingEndpoint
{
    public const string Path = "/waiting";
    private const int Looks = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<IResult> HandleAsync(HttpContext context, IServiceScopeFactory scopes, TimeProvider clock)
    {
        OpenVisit? open = null;
        // Looks for a while before it answers: most residents have the app in their hand.
        for (var look = 0; look < Looks; look++)
        {
            await using var scope = scopes.CreateAsyncScope();
            open = await scope.ServiceProvider.GetRequiredService<VisitBook>().OfBrowserAsync(context);
            if (open is null || open.IsOver || !open.Visit.IsWaiting)
                break;
            await Task.Delay(Pause, clock, context.RequestAborted);
        }

        if (open is null)
            return TypedResults.LocalRedirect(GatewayPage.EndAddress(ErrorCatalogue.CallbackUnknown.Code));
        return open.Visit.IsWaiting && !open.IsOver
            ? GatewayPage.Waiting(open.Visit)
            : TypedResults.LocalRedirect(open.Visit.ReturnUrl);
    }
}
