using CrossBorder.Adapters.OfficerProvider;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>An invited officer shows the code, sets up an authenticator and chooses a password.</summary>
[AllowAnonymous]
internal sealed class JoinModel(JoinOfficer join, OfficerWays ways, PageLanguage language) : PageModel
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

    /// <summary>The person of the provider takes the place of password and authenticator.</summary>
    public async Task<IActionResult> OnPostProviderAsync(string? invitation)
    {
        InvitationCode = invitation ?? "";
        var opened = await join.OpenAsync(InvitationCode, HttpContext.RequestAborted);
        if (opened.TryGetValue(out var found) && ways.HasProvider)
            return new ChallengeResult(OfficerProviderExtensions.Scheme, ProviderVisits.For(ProviderVisits.Join, "/console", language.Tag, found.CodeHash));

        Refuse(opened.Succeeded ? ErrorCatalogue.OfficerProviderFailed.With("There is no provider.") : opened.Error);
        return Page();
    }

    private void Refuse(Error error)
    {
        Refusal = error.Descriptor;
        Response.StatusCode = error.Descriptor.Status;
    }
}
