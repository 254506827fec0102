using System.Globalization;
using CrossBorder.Adapters.OfficerProvider;
using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Federation.Officers.Passkeys;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>
/// Name, password and code on one form, so that no answer tells which of them was wrong; or a passkey in their place; or the officer's
/// own organisation, where the settings name its provider.
/// </summary>
[AllowAnonymous]
internal sealed class SignInModel(
    SignInOfficer signIn, SignInByPasskey byPasskey, OfficerPasskeys passkeys, KnownDevice devices, OfficerEntrance entrance, TieOfficer tie,
    OfficerWays ways, PageLanguage language) : PageModel
{
    public ErrorDescriptor? Refusal { get; private set; }

    public string Back { get; private set; } = "/console";

    public string Name { get; private set; } = "";

    public bool JustLeft { get; private set; }

    public PasskeyQuestion Question { get; private set; } = null!;

    public async Task OnGetAsync(string? back, bool left = false)
    {
        Back = ConsoleDoors.Safe(back);
        JustLeft = left;
        Question = await passkeys.AskAnybodyAsync(PasskeyBrowser.Mark(HttpContext));
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? code, string? ticket, string? passkey, string? back)
    {
        Back = ConsoleDoors.Safe(back);
        var network = RateLimits.Network(HttpContext.Connection.RemoteIpAddress);
        var given = new OfficerCredentials(name ?? "", password ?? "", code ?? "", network, devices.Read(HttpContext));
        var outcome = string.IsNullOrEmpty(passkey)
            ? await signIn.SignInAsync(given, HttpContext.RequestAborted)
            : await byPasskey.SignInAsync(new PasskeyAnswer(ticket ?? "", passkey), PasskeyBrowser.MarkOf(HttpContext), network, HttpContext.RequestAborted);
        if (outcome.TryGetValue(out var presence))
        {
            // The session is there, and no browser has its cookie until the person is known.
            if (await tie.IsNeededAsync(presence))
                return Visit(ProviderVisits.Tie, presence.SessionId);
            await entrance.EnterAsync(HttpContext, presence);
            devices.Remember(HttpContext, presence);
            return LocalRedirect(Back);
        }

        Refusal = outcome.Error.Descriptor;
        Name = given.ArePlausible ? given.Name : "";
        Response.StatusCode = Refusal.Status;
        if (Refusal.Status == StatusCodes.Status429TooManyRequests)
            Response.Headers.RetryAfter = ((int)OfficerAttempts.Lock.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        Question = await passkeys.AskAnybodyAsync(PasskeyBrowser.Mark(HttpContext));
        return Page();
    }

    public IActionResult OnPostProvider(string? back)
    {
        Back = ConsoleDoors.Safe(back);
        return ways.HasProvider ? Visit(ProviderVisits.SignIn) : new ConsoleRefusal(ErrorCatalogue.OfficerProviderFailed);
    }

    private ChallengeResult Visit(string purpose, string? reference = null) =>
        new(OfficerProviderExtensions.Scheme, ProviderVisits.For(purpose, Back, language.Tag, reference));
}
