using CrossBorder.Adapters.Ports;
using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using CrossBorder.Adapters.Homes;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal.Language;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.SignIn;

/// <summary>
/// The journey as an authentication scheme: the authorize endpoint challenges it, a home's scheme signs in to it.
/// It never authenticates anybody itself: what it leads to is a session.
/// </summary>
internal sealed class JourneyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    Journeys journeys, AdvanceJourney advance, IVerifiedSessions sessions, IConsents consents, Recipients recipients)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder), IAuthenticationSignInHandler
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var request = Read(properties);
        if (Languages.FirstKnown(request.Languages) is { } language)
            PageLanguage.Remember(Context, language);

        var id = await journeys.BeginAsync(Context, await WithSessionAsync(new SignInJourney { Request = request }));
        Log.Began(Logger, request.ClientId);
        Response.Redirect(JourneyLinks.Continue(id));
    }

    public async Task SignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        var open = await journeys.OpenAsync(Context, HomeHandover.JourneyOf(properties));
        if (!open.TryGetValue(out var journey)
            || !properties!.Items.TryGetValue(HomeHandover.Assertion, out var assertion) || assertion is null
            || !properties.Items.TryGetValue(HomeHandover.Scheme, out var scheme) || scheme is null)
            return;

        properties.Items.TryGetValue(HomeHandover.Nonce, out var nonce);
        properties.Items.TryGetValue(HomeHandover.HomeSession, out var homeSession);
        await advance.ReceiveAsync(journey, new HomeAnswer(scheme, assertion, nonce ?? "", homeSession), Context.RequestAborted);
    }

    public Task SignOutAsync(AuthenticationProperties? properties) => Task.CompletedTask;

    /// <summary>A session that suffices leaves consent alone to be asked; one that does not is stepped up at the home it came from.</summary>
    private async Task<SignInJourney> WithSessionAsync(SignInJourney journey)
    {
        var ticket = await Context.AuthenticateAsync(HubSchemes.Session);
        if (ticket.Principal?.FindFirst(HubClaims.SessionId)?.Value is not { } id
            || await sessions.FindAsync(id, Context.RequestAborted) is not { } session)
            return journey;

        var request = journey.Request;
        if (!request.Demand.IsMetBy(session, TimeProvider.GetUtcNow()))
            return journey.ChooseHome(session.Home);

        var given = await consents.IsGivenAsync(session.ResidentId, request.ClientId, request.Scopes, Context.RequestAborted);
        var next = journey.Enter(session.Id, isNew: false, consentNeeded: !given || request.Prompt?.Contains("consent", StringComparison.Ordinal) == true);
        return next.ConsentNeeded && !recipients.Find(request.ClientId).Succeeded
            ? next.Refuse(recipients.Find(request.ClientId).Error)
            : next;
    }

    private JourneyRequest Read(AuthenticationProperties properties)
    {
        return new JourneyRequest
        {
            ClientId = Item(JourneyItems.ClientId) ?? HubPortal.RecipientId,
            ReturnUrl = properties.RedirectUri ?? throw new InvalidOperationException("The challenge names no way back."),
            RedirectUri = Item(JourneyItems.RedirectUri),
            State = Item(JourneyItems.State),
            ResponseMode = Item(JourneyItems.ResponseMode),
            Scopes = (Item(JourneyItems.Scopes) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            AssuranceLevels = Item(JourneyItems.AssuranceLevels),
            LoginHint = Item(JourneyItems.LoginHint),
            Languages = Item(JourneyItems.Languages),
            Prompt = Item(JourneyItems.Prompt),
            MaximumAge = long.TryParse(Item(JourneyItems.MaximumAge), NumberStyles.None, CultureInfo.InvariantCulture, out var age) ? age : null,
            Device = DeviceKind.Of(Request.Headers.UserAgent),
        };

        string? Item(string name) => properties.Items.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value) ? value : null;
    }
}
