using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>Keys for tokens, who has which, and what security officers do about them. Auditors look only.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class KeysModel(KeyOverview overview, ITokenKeyStore store, OfficerKeys keys, StepUpOfficer stepUp) : PageModel
{
    public IReadOnlyList<KeySight> All { get; private set; } = [];

    public IReadOnlyList<KeyStep> Steps { get; private set; } = [];

    public ErrorDescriptor? Refusal { get; private set; }

    public bool TypedWrongly { get; private set; }

    public OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public bool MayAct => Officer.Role == OfficerRole.SecurityOfficer;

    public async Task OnGetAsync()
    {
        All = await overview.LookAsync(HttpContext.RequestAborted);
        Steps = [.. (await store.StepsAsync(HttpContext.RequestAborted)).Where(step => step.IsOpen)];
    }

    /// <param name="step">What is to be done.</param>
    /// <param name="about">The key or the algorithm.</param>
    /// <param name="id">The step that is decided.</param>
    /// <param name="reason">Why.</param>
    /// <param name="typed">The key's id once more, where there is no way back.</param>
    /// <param name="code">A fresh code.</param>
    public async Task<IActionResult> OnPostAsync(string? step, string? about, Guid id, string? reason, string? typed, string? code)
    {
        if (!MayAct)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        if (step == "revoke" && typed != about)
        {
            TypedWrongly = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await OnGetAsync();
            return Page();
        }

        var stop = HttpContext.RequestAborted;
        var (key, why) = (about ?? "", reason ?? "");
        var done = step switch
        {
            "rotate" => await keys.ProposeAsync(KeyStepKind.Rotate, key, why, Officer.Name, stop),
            "activate" => await keys.ProposeAsync(KeyStepKind.ActivateEarly, key, why, Officer.Name, stop),
            "let-go" => await keys.ProposeAsync(KeyStepKind.LetGo, key, why, Officer.Name, stop),
            "approve" => await this.ProvedAsync(stepUp, code, () => keys.ApproveAsync(id, Officer.Name, stop)),
            "review" => await this.ProvedAsync(stepUp, code, () => keys.ReviewAsync(id, Officer.Name, stop)),
            "refuse" => await keys.RefuseAsync(id, Officer.Name, stop),
            "withdraw" => await keys.WithdrawAsync(id, Officer.Name, stop),
            "revoke" => await this.ProvedAsync(stepUp, code, () => keys.RevokeNowAsync(key, why, Officer.Name, stop)),
            _ => ErrorCatalogue.KeyStepNotNow.With("There is no such step."),
        };
        if (done.Succeeded)
            return LocalRedirect("/console/keys");

        Refusal = done.Error.Descriptor;
        Response.StatusCode = Refusal.Status;
        await OnGetAsync();
        return Page();
    }
}
