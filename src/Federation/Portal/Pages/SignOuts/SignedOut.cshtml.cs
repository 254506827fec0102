using CrossBorder.Federation.Notices;
using CrossBorder.Federation.OpenIdConnect.Logout;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.SignOuts;

/// <summary>
/// After signing out: which services confirmed. The session is gone, so that the address itself is what shows it, and only for a while: it
/// stays in the history of a browser that others may use.
/// </summary>
internal sealed class SignedOutModel(ISignOuts signOuts, TimeProvider clock) : PageModel
{
    private const string LookAgain = "3";
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(10);

    public SignOut? Ended { get; private set; }

    public async Task OnGetAsync(string? id)
    {
        if (id is not { Length: > 0 and <= 64 })
            return;
        Ended = await signOuts.FindAsync(id, clock.GetUtcNow() - Shown, HttpContext.RequestAborted);
        if (Ended?.Notices.Exists(notice => notice.Status == NoticeStatus.Waiting) == true)
            Response.Headers["Refresh"] = LookAgain;
    }
}
