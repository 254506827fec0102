using System.Globalization;
using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Officers.Passkeys;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>Name, password and code on one form, so that no answer tells which of them was wrong; or a passkey in their place.</summary>
[AllowAnonymous]
internal sealed class SignInModel(SignInOfficer signIn, SignInByPasskey byPasskey, OfficerPasskeys passkeys, KnownDevice devices, SignOutOfficer signOut) : PageModel
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
            await EnterAsync(presence);
            return LocalRedirect(Back);
        }

        Refusal = outcome.Error.Descriptor;
        Name = given.ArePlausible ? given.Name : "";
        Response.StatusCode = Refusal.Status;
        if (Refusal == ErrorCatalogue.OfficerLocked)
            Response.Headers.RetryAfter = ((int)OfficerAttempts.Lock.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        Question = await passkeys.AskAnybodyAsync(PasskeyBrowser.Mark(HttpContext));
        return Page();
    }

    // A session that this browser brought along, its own or one put there, ends here: the new one has an id of its own.
    private async Task EnterAsync(OfficerPresence presence)
    {
        var before = await HttpContext.AuthenticateAsync(OfficerScheme.Name);
        if (OfficerScheme.Presence(before.Principal) is { } old)
            await signOut.SignOutAsync(old, HttpContext.RequestAborted);
        devices.Remember(HttpContext, presence);
        await HttpContext.SignInAsync(OfficerScheme.Name, OfficerScheme.Principal(presence));
    }
}
