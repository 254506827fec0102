using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>One version: what it changes, and the button that lets it count.</summary>
[ForOfficers(OfficerRole.Operator, OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class CatalogueVersionModel(PreviewCatalogue preview, OfficerCatalogue officerCatalogue, StepUpOfficer stepUp, TimeProvider clock) : PageModel
{
    public CataloguePreview Preview { get; private set; } = null!;

    public Error? Refusal { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool MayPublish => Officer.Role == OfficerRole.SecurityOfficer && Preview.Head.State == CatalogueVersionState.Draft;

    public bool MayWithdraw => CatalogueVerbs.MayWithdraw.Contains(Officer.Role)
        && (Preview.Head.State == CatalogueVersionState.Draft || (Preview.Head.State == CatalogueVersionState.Published && Preview.Head.EffectiveFrom > Now));

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task<IActionResult> OnGetAsync(string version)
    {
        var looked = await preview.LookAsync(version, HttpContext.RequestAborted);
        if (!looked.TryGetValue(out var seen))
            return new ConsoleRefusal(looked.Error.Descriptor);
        Preview = seen;
        return Page();
    }

    /// <param name="version">Which.</param>
    /// <param name="step">What is to be done.</param>
    /// <param name="code">A fresh code, for what residents will notice.</param>
    public async Task<IActionResult> OnPostAsync(string version, string? step, string? code)
    {
        var stop = HttpContext.RequestAborted;
        var may = step == "publish" ? Officer.Role == OfficerRole.SecurityOfficer : CatalogueVerbs.MayWithdraw.Contains(Officer.Role);
        if (!may)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        var done = step switch
        {
            "publish" => await this.ProvedAsync(stepUp, code, () => officerCatalogue.PublishAsync(version, Officer.Name, stop)),
            "withdraw" => await officerCatalogue.WithdrawAsync(version, Officer.Name, stop),
            _ => ErrorCatalogue.CatalogueVersionNotNow.With("There is no such step."),
        };
        if (done.Succeeded)
            return LocalRedirect("/console/catalogue/" + version);

        Refusal = done.Error;
        Response.StatusCode = done.Error.Descriptor.Status;
        return await OnGetAsync(version);
    }
}
