using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Developers;

/// <summary>A developer's own registration: how far it is, what an officer asks for, and what can be done to it.</summary>
internal sealed class RegistrationModel(DeveloperSession session, OwnRegistration own, MetadataRules rules, RegistrationDocument documents) : PageModel
{
    public Registered Party { get; private set; } = null!;

    [BindProperty]
    public DeveloperForm Form { get; set; } = new();

    public IReadOnlyList<Error> Faults { get; private set; } = [];

    public DeveloperFields Fields => new(Form, Faults, rules.Algorithms, IsNew: false);

    /// <summary>What a change or a new secret shows this once.</summary>
    public DeveloperSecrets? Fresh { get; private set; }

    public string? NewSecret { get; private set; }

    public async Task<IActionResult> OnGetAsync(string clientId)
    {
        if (!await OpenAsync(clientId))
            return LocalRedirect("/developers");
        Form = DeveloperForm.Of(Party.Latest);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string clientId)
    {
        if (!await OpenAsync(clientId))
            return LocalRedirect("/developers");

        var typed = Form.ToMetadata(Party.Latest).Map(body => Named(body, clientId));
        var done = typed.TryGetValue(out var metadata)
            ? await own.ReplaceAsync(Party, metadata, HttpContext.RequestAborted)
            : Outcome<NewlyRegistered>.Refused(typed.Errors);
        if (done.TryGetValue(out var changed))
        {
            Party = changed.Registered;
            Fresh = new DeveloperSecrets(Party, changed.AccessToken, changed.Secret, documents.Issuer);
            await DeveloperSession.OpenAsync(HttpContext, Party.Registration);
            return Page();
        }

        Faults = done.Errors;
        Response.StatusCode = done.Error.Descriptor.Status;
        return Page();
    }

    public async Task<IActionResult> OnPostSecretAsync(string clientId)
    {
        if (!await OpenAsync(clientId))
            return LocalRedirect("/developers");
        var done = await own.RenewSecretAsync(Party, HttpContext.RequestAborted);
        if (done.TryGetValue(out var secret))
            NewSecret = secret;
        else
            (Faults, Response.StatusCode) = (done.Errors, done.Error.Descriptor.Status);
        Form = DeveloperForm.Of(Party.Latest);
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(string clientId)
    {
        if (!await OpenAsync(clientId))
            return LocalRedirect("/developers");
        var done = await own.DeleteAsync(Party, HttpContext.RequestAborted);
        if (done.Succeeded)
        {
            await DeveloperSession.CloseAsync(HttpContext);
            return LocalRedirect("/developers");
        }

        (Faults, Response.StatusCode) = (done.Errors, done.Error.Descriptor.Status);
        Form = DeveloperForm.Of(Party.Latest);
        return Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await DeveloperSession.CloseAsync(HttpContext);
        return LocalRedirect("/developers");
    }

    private static System.Text.Json.JsonElement Named(System.Text.Json.JsonElement body, string clientId)
    {
        var named = System.Text.Json.Nodes.JsonObject.Create(body)!;
        named["client_id"] = clientId;
        return System.Text.Json.JsonSerializer.SerializeToElement(named);
    }

    private async Task<bool> OpenAsync(string clientId)
    {
        Response.Headers.CacheControl = "no-store";
        if (await session.FindAsync(HttpContext, clientId) is not { } party)
            return false;
        Party = party;
        return true;
    }
}
