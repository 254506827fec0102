using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Delegations;

/// <summary>The agent sees who asks for what, as much as it takes to know them, and accepts. A code alone accepts nothing.</summary>
[RequireResident]
internal sealed class AcceptModel(AcceptMandate accept, ICatalogue catalogue, PageLanguage language) : PageModel
{
    public Mandate? Asked { get; private set; }

    public string Code { get; private set; } = "";

    public ErrorDescriptor? Fault { get; private set; }

    public IEnumerable<string> Names => Asked!.ItemCodes.Select(code => catalogue.TryGetItem(code, out var item) ? language[item.Name] : code);

    public async Task<IActionResult> OnGetAsync(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
            return Page();
        var agent = ResidentFeature.Of(HttpContext);
        if (agent.Assurance < AssuranceLevel.Substantial)
            return ResidentGate.Challenge(Request, AssuranceLevel.Substantial, language);

        Code = code;
        var looked = await accept.LookAsync(agent, code, HttpContext.RequestAborted);
        if (looked.TryGetValue(out var mandate))
            Asked = mandate;
        else
            Refuse(looked.Error.Descriptor);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        var accepted = await accept.AcceptAsync(ResidentFeature.Of(HttpContext), code, HttpContext.RequestAborted);
        if (accepted.TryGetValue(out var mandate))
            return LocalRedirect("/delegations?said=" + (mandate.State == MandateState.Active ? "accepted" : "waits"));
        Refuse(accepted.Error.Descriptor);
        return Page();
    }

    private void Refuse(ErrorDescriptor fault)
    {
        Fault = fault;
        Response.StatusCode = fault.Status;
    }
}
