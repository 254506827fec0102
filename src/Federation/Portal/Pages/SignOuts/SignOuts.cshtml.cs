using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.Portal.Residents;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.SignOuts;

/// <summary>The resident's sign-outs, newest first, and what became of each at every service.</summary>
[RequireResident]
internal sealed class SignOutsModel(ISignOuts signOuts) : PageModel
{
    public IReadOnlyList<SignOut> SignOuts { get; private set; } = [];

    public async Task OnGetAsync() =>
        SignOuts = await signOuts.ListAsync(ResidentFeature.Of(HttpContext).ResidentId, HttpContext.RequestAborted);
}
