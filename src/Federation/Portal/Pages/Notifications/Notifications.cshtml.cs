using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Notifications;

/// <summary>Whether and where a resident gets e-mail of their cases. Off until they give an address and confirm it.</summary>
[RequireResident]
internal sealed class NotificationsModel(ConfirmContact contacts, PageLanguage language) : PageModel
{
    public bool IsOffered => contacts.IsOffered;

    public ResidentContact? Contact { get; private set; }

    public Error? Fault { get; private set; }

    /// <summary>What was typed as an address and could not be taken.</summary>
    public string? Typed { get; private set; }

    private string ResidentId => ResidentFeature.Of(HttpContext).ResidentId;

    public async Task OnGetAsync() => Contact = await contacts.FindAsync(ResidentId, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAskAsync(string? address)
    {
        var asked = await contacts.AskAsync(ResidentId, address?.Trim(), language.Tag, HttpContext.RequestAborted);
        Typed = address;
        return await ShowAsync(asked);
    }

    public async Task<IActionResult> OnPostConfirmAsync(string? code) =>
        await ShowAsync(await contacts.ConfirmAsync(ResidentId, code, HttpContext.RequestAborted));

    public async Task<IActionResult> OnPostLanguageAsync(string? language)
    {
        if (Languages.FirstKnown(language) is { } tag)
            await contacts.ChooseAsync(ResidentId, tag, HttpContext.RequestAborted);
        return LocalRedirect("/notifications");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await contacts.RemoveAsync(ResidentId, HttpContext.RequestAborted);
        return LocalRedirect("/notifications");
    }

    private async Task<IActionResult> ShowAsync(Outcome<bool> done)
    {
        if (done.Succeeded)
            return LocalRedirect("/notifications");
        Fault = done.Error;
        Response.StatusCode = done.Error.Descriptor.Status;
        await OnGetAsync();
        return Page();
    }
}
