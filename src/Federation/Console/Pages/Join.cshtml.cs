using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>An invited officer shows the code, sets up an authenticator and chooses a password.</summary>
[AllowAnonymous]
internal sealed class JoinModel(JoinOfficer join) : PageModel
{
    public ErrorDescriptor? Refusal { get; private set; }

    public OfficerInvitation? Invitation { get; private set; }

    public string InvitationCode { get; private set; } = "";

    public bool Joined { get; private set; }

    public async Task OnPostAsync(string? invitation, string? password, string? code, bool finish = false)
    {
        InvitationCode = invitation ?? "";
        var opened = await join.OpenAsync(InvitationCode, HttpContext.RequestAborted);
        if (!opened.TryGetValue(out var found))
        {
            Refuse(opened.Error);
            return;
        }

        Invitation = found;
        if (!finish)
            return;

        var joined = await join.FinishAsync(InvitationCode, password ?? "", code ?? "", HttpContext.RequestAborted);
        Joined = joined.Succeeded;
        if (!joined.Succeeded)
            Refuse(joined.Error);
    }

    private void Refuse(Error error)
    {
        Refusal = error.Descriptor;
        Response.StatusCode = error.Descriptor.Status;
    }
}
