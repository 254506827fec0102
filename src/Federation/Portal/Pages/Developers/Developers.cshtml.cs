using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Developers;

/// <summary>Where developers register an application by form, and come back to one that they registered.</summary>
internal sealed class DevelopersModel(
    RegisterClient register, OwnRegistration own, MetadataRules rules, RegistrationDocument documents, RegistrationLimits limits) : PageModel
{
    /// <summary>Null where the form was not looked at by name: the other one on this page was posted.</summary>
    [BindProperty]
    public DeveloperForm Form { get; set; } = new();

    public IReadOnlyList<Error> Faults { get; private set; } = [];

    /// <summary>Of the form for those who come back.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Shown this once.</summary>
    public NewlyRegistered? Done { get; private set; }

    public DeveloperFields Fields => new(Form, Faults, rules.Algorithms, IsNew: true);

    public string Issuer => documents.Issuer;

    public void OnGet() => Response.Headers.CacheControl = "no-store";

    /// <param name="token">The initial access token; never in an address.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] string? token)
    {
        Response.Headers.CacheControl = "no-store";
        var done = await limits.LimitedAsync(HttpContext, "register", async () =>
        {
            var typed = Form.ToMetadata();
            return typed.TryGetValue(out var metadata)
                ? await register.RunAsync(metadata, string.IsNullOrWhiteSpace(token) ? null : token.Trim(), HttpContext.RequestAborted)
                : Outcome<NewlyRegistered>.Refused(typed.Errors);
        });
        if (done.TryGetValue(out var registered))
        {
            Done = registered;
            await DeveloperSession.OpenAsync(HttpContext, registered.Registered.Registration);
            return Page();
        }

        Faults = done.Errors;
        Response.StatusCode = done.Error.Descriptor.Status;
        return Page();
    }

    /// <summary>Comes back to a registration.</summary>
    /// <param name="clientId">Which.</param>
    /// <param name="accessToken">Its registration access token; never in an address.</param>
    public async Task<IActionResult> OnPostEnterAsync([FromForm] string? clientId, [FromForm] string? accessToken)
    {
        Response.Headers.CacheControl = "no-store";
        var id = clientId?.Trim() ?? "";
        var opened = await limits.LimitedAsync(HttpContext, id, () => own.OpenAsync(id, accessToken?.Trim(), HttpContext.RequestAborted));
        if (opened.TryGetValue(out var registered))
        {
            await DeveloperSession.OpenAsync(HttpContext, registered.Registration);
            return LocalRedirect("/developers/" + registered.Registration.ClientId);
        }

        Refusal = opened.Error;
        Response.StatusCode = opened.Error.Descriptor.Status;
        return Page();
    }
}
