using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.Portal.Residents;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.SignOuts;

/// <summary>The resident's sign-outs, newest first, and what became of each at every service.</summary>
[RequireResident]
internal sealed class SignOutsModel(ISignOuts signOuts) : PageModel
{
    private const int OnAPage = 20;

    public IReadOnlyList<SignOut> SignOuts { get; private set; } = [];

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public bool HasOlder { get; private set; }

    public async Task OnGetAsync(int? number)
    {
        // Whatever an address says, there is a page: an empty one past the end.
        Number = Math.Clamp(number ?? 1, 1, int.MaxValue / OnAPage);
        var found = await signOuts.ListAsync(
            ResidentFeature.Of(HttpContext).ResidentId, (Number - 1) * OnAPage, OnAPage + 1, HttpContext.RequestAborted);
        SignOuts = [.. found.Take(OnAPage)];
        HasOlder = found.Count > OnAPage;
    }
}
