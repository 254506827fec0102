using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>
/// Who the officers are, and what a security officer does about the account of another: the same use cases as on the command line, for
/// an administration whose officers have no password there. Auditors look only.
/// </summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class OfficersModel(
    IOfficers officers, IOfficerInvitations invitations, InviteOfficer invite, OfficerLife life, VoidInvitation voiding, StepUpOfficer stepUp) : PageModel
{
    public IReadOnlyList<Officer> All { get; private set; } = [];

    public IReadOnlyList<OfficerInvitation> Invitations { get; private set; } = [];

    /// <summary>Whom a code was made for, and the code: shown in this answer, and kept nowhere.</summary>
    public (string Name, string Code)? Made { get; private set; }

    public Error? Refusal { get; private set; }

    public bool TypedWrongly { get; private set; }

    public OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public bool MayAct => Officer.Role == OfficerRole.SecurityOfficer;

    public async Task OnGetAsync()
    {
        All = await officers.ListAsync(HttpContext.RequestAborted);
        Invitations = await invitations.OpenAsync(HttpContext.RequestAborted);
    }

    /// <param name="step"><c>invite</c>, <c>void</c>, <c>disable</c>, <c>enable</c> or <c>reset</c>.</param>
    /// <param name="name">Whom it is about.</param>
    /// <param name="role">Of somebody who is invited.</param>
    /// <param name="typed">The name once more, before an officer is kept out or starts anew.</param>
    /// <param name="code">A fresh proof.</param>
    public async Task<IActionResult> OnPostAsync(string? step, string? name, OfficerRole? role, string? typed, string? code)
    {
        if (!MayAct)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        var whom = (name ?? "").Trim();
        if (step is "disable" or "reset" && typed?.Trim() != whom)
        {
            TypedWrongly = true;
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        var done = await this.ProvedAsync(stepUp, code, () => DoAsync(step, whom, role));
        if (!done.TryGetValue(out var made))
        {
            Refusal = done.Error;
            return await AgainAsync(done.Error.Descriptor.Status);
        }

        if (made.Length == 0)
            return LocalRedirect("/console/officers");
        Made = (whom, made);
        return await AgainAsync(StatusCodes.Status200OK);
    }

    private async Task<Outcome<string>> DoAsync(string? step, string name, OfficerRole? role)
    {
        var stop = HttpContext.RequestAborted;
        return (step, role) switch
        {
            ("invite", { } given) when Enum.IsDefined(given) => await invite.InviteAsync(name, given, stop, Officer),
            ("reset", _) => await life.ResetAsync(name, Officer, stop),
            ("disable", _) => Without(await life.DisableAsync(name, Officer, stop)),
            ("enable", _) => Without(await life.EnableAsync(name, Officer, stop)),
            ("void", _) => Without(await voiding.VoidAsync(name, Officer, stop)),
            _ => ErrorCatalogue.OfficerStateUnfit.With("There is no such step."),
        };
    }

    private static Outcome<string> Without<T>(Outcome<T> done)
        where T : notnull => done.Succeeded ? "" : Outcome<string>.Refused(done.Errors);

    private async Task<IActionResult> AgainAsync(int status)
    {
        Response.StatusCode = status;
        await OnGetAsync();
        return Page();
    }
}
