using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Devices;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Federation.SignIn;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Portal.Pages.Devices;

/// <summary>
/// Where a resident lets a kiosk act for them, on their own phone: sign in, compare the code, agree. The sign-in stays on the phone; the
/// kiosk never sees a cookie of the hub.
/// </summary>
internal sealed class DeviceModel(
    ResidentSession visitor, IVerifiedSessions sessions, DeviceRequests devices, Journeys journeys, Recipients recipients, PageLanguage language) : PageModel
{
    private const string Yes = "yes";
    private const string No = "/device/done?no=1";
    private const string SignInAlone = "openid";

    public DeviceRequest? Device { get; private set; }

    public ErrorDescriptor? Fault { get; private set; }

    public string Name => recipients.Find(Device!.ClientId).TryGetValue(out var recipient) ? language[recipient.Name] : Device.ClientId;

    /// <summary>Where a journey for a device leads whose resident does not agree to what it asks for; null where it is for no device.</summary>
    public static string? DeclinedAddress(OpenJourney open) => open.Journey.Request is { RedirectUri: null } request && request.ReturnUrl.StartsWith(AddressOf(""), StringComparison.Ordinal)
        ? QueryHelpers.AddQueryString(request.ReturnUrl, "declined", open.Id)
        : null;

    /// <param name="code">The code that the machine shows.</param>
    /// <param name="declined">The journey in which the resident said no.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "user_code")] string? code, string? declined)
    {
        // However it was typed, the code is looked up as it is written.
        if (UserCodes.Read(code) is { } letters && UserCodes.Shown(letters) != code)
            return LocalRedirect(AddressOf(UserCodes.Shown(letters)));
        if (await SessionAsync() is not { } session)
            return Journey(code, device: null);
        if (!string.IsNullOrEmpty(code))
            await LookAsync(session);
        if (Device is null || !await TakeNoAsync(declined))
            return Page();
        await DeviceRequests.DenyAsync(HttpContext, No);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "user_code")] string? code, string? answer)
    {
        if (await SessionAsync() is not { } session)
            return Journey(code, device: null);

        await LookAsync(session);
        if (Device is null)
            return Page();
        if (answer != Yes)
        {
            await DeviceRequests.DenyAsync(HttpContext, No);
            return new EmptyResult();
        }

        // What the kiosk gets is agreed to as at any other relying party, once; the way back asks again whether it is this machine.
        if (!await devices.IsAgreedAsync(Device, session, HttpContext.RequestAborted))
            return Journey(code, Device);
        await devices.AcceptAsync(HttpContext, Device, session, "/device/done");
        return new EmptyResult();
    }

    private static string AddressOf(string code) => QueryHelpers.AddQueryString("/device", "user_code", code);

    // An address alone denies nothing: the journey must be this browser's, and have ended with a no for this very machine.
    private async Task<bool> TakeNoAsync(string? declined) =>
        declined is not null && (await journeys.OpenAsync(HttpContext, declined)).TryGetValue(out var open)
        && open.Journey.Refusal?.Code == ErrorCatalogue.ConsentDeclined.Code && open.Journey.Request.ClientId == Device!.ClientId
        && open.Journey.Request.ReturnUrl == AddressOf(Device.UserCode) && await journeys.CloseAsync(open, HttpContext.RequestAborted);

    private async Task LookAsync(VerifiedSession session)
    {
        var found = await devices.FindAsync(HttpContext, session);
        if (found.TryGetValue(out var device))
            Device = device;
        else
            Fault = found.Error.Descriptor;
    }

    private async Task<VerifiedSession?> SessionAsync() =>
        (await visitor.FindAsync(HttpContext))?.FindFirst(HubClaims.SessionId)?.Value is { } id
            ? await sessions.FindAsync(id, HttpContext.RequestAborted)
            : null;

    private ChallengeResult Journey(string? code, DeviceRequest? device)
    {
        var properties = new AuthenticationProperties
        {
            RedirectUri = string.IsNullOrEmpty(code) ? "/device" : AddressOf(code),
            Items = { [JourneyItems.Scopes] = SignInAlone, [JourneyItems.Languages] = language.Tag },
        };
        if (device is not null)
        {
            properties.Items[JourneyItems.ClientId] = device.ClientId;
            properties.Items[JourneyItems.Scopes] = string.Join(' ', device.Scopes);
        }

        return new ChallengeResult(HubSchemes.Journey, properties);
    }
}
