using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Signing;

/// <summary>
/// Where a resident reads what they sign, signs it, and waits for the outcome. An application of the portal is filed by it as soon as it is
/// signed: signing is what submits it. One of a client goes back to the client.
/// </summary>
[RequireResident]
internal sealed class SignModel(
    SignApplication signings, ISubmitApplication submit, ICatalogue catalogue, ICatalogueVersions versions, PageLanguage language) : PageModel
{
    private const string Scopes = "openid profile applications";

    public ApplicationSigning Signing { get; private set; } = null!;

    public SignedContents Contents => SignedContents.Read(Signing, catalogue, language);

    /// <summary>What is not as it was when the resident signed it before; empty where nothing changed, or this is the first time.</summary>
    public IReadOnlyList<string> Changes { get; private set; } = [];

    public IReadOnlyList<string> Ways => signings.WaysOf(Signing);

    public bool ByPhone => Ways.Contains(SigningProof.Digital);

    public bool ByStepUp => Ways.Contains(SigningProof.StepUp);

    /// <summary>Whether the resident has just proved themselves, and need only confirm.</summary>
    public bool IsProved => signings.IsFresh(Signing, Applicant);

    public bool IsOver => Signing.State is SigningState.Declined or SigningState.Expired or SigningState.Failed;

    /// <summary>What went wrong; null where nothing did.</summary>
    public ErrorDescriptor? Fault { get; private set; }

    private Applicant Applicant => ResidentFeature.Of(HttpContext);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        if (Signing is { State: SigningState.Signed, ClientId: null })
            return await FileAsync();
        if (IsOver && Signing.ClientId is null && await FiledAsync() is { } twin)
            return LocalRedirect($"/cases/{twin.CaseNumber}?filed=again");
        if (IsOver)
            Fault = ErrorCatalogue.All.GetValueOrDefault(Signing.Refusal ?? "", ErrorCatalogue.SigningExpired);
        if (Signing.State is SigningState.Open or SigningState.Asked)
            await CompareAsync();
        // A page with forms says so by itself.
        if (Signing.State is SigningState.Asked or SigningState.Signed)
            Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostPhoneAsync(string id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        var asked = await signings.AskAsync(Applicant, Signing, HttpContext.RequestAborted);
        return asked.Succeeded ? Here(id) : Explain(asked.Error);
    }

    public async Task<IActionResult> OnPostProveAsync(string id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        return new ChallengeResult(HubSchemes.Journey, new AuthenticationProperties
        {
            RedirectUri = "/sign/" + Signing.Id,
            Items =
            {
                [JourneyItems.Scopes] = Scopes,
                [JourneyItems.Languages] = language.Tag,
                [JourneyItems.AssuranceLevels] = signings.LevelOf(Signing).ToUrn(),
                [JourneyItems.Prompt] = "login",
            },
        });
    }

    public async Task<IActionResult> OnPostConfirmAsync(string id, string? digest)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        var confirmed = await signings.ConfirmAsync(Applicant, Signing, digest, HttpContext.RequestAborted);
        return confirmed.Succeeded ? Here(id) : Explain(confirmed.Error);
    }

    public async Task<IActionResult> OnPostAgainAsync(string id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        if (Signing.ClientId is null && await FiledAsync() is { } twin)
            return LocalRedirect($"/cases/{twin.CaseNumber}?filed=again");
        var begun = await signings.BeginAgainAsync(Applicant, Signing, language.Tag, HttpContext.RequestAborted);
        return begun.TryGetValue(out var another) ? Here(another.Id) : Explain(begun.Error);
    }

    private async Task<IActionResult?> FindAsync(string id)
    {
        if (await signings.FindAsync(Applicant, id, HttpContext.RequestAborted) is not { } found)
            return new RefusalResult(ErrorCatalogue.SigningUnknown.With("There is no signing of this reference."));
        Signing = found;
        return null;
    }

    // It reads two documents: only for a page that shows them to who is about to sign.
    private async Task CompareAsync()
    {
        if (Signing.Follows is { } before && await signings.FindAsync(Applicant, before, HttpContext.RequestAborted) is { } earlier)
            Changes = SignedChanges.Between(earlier, versions.Of(earlier.CatalogueVersion), Signing, catalogue, language);
    }

    private async Task<IActionResult> FileAsync()
    {
        var filed = await submit.SubmitAsync(Applicant, SignApplication.RequestOf(Signing) with { Signing = Signing.Id }, HttpContext.RequestAborted);
        if (filed.TryGetValue(out var view))
            return LocalRedirect($"/cases/{view.CaseNumber}?filed=new");
        // The hub filed it by itself meanwhile, or the same form was signed twice and the first of the two was filed.
        return await FiledAsync() is { } twin
            ? LocalRedirect($"/cases/{twin.CaseNumber}?filed=again")
            : Explain(filed.Error);
    }

    private Task<CaseView?> FiledAsync() =>
        submit.FindFiledAsync(Applicant, clientId: null, SignApplication.RequestOf(Signing).IdempotencyKey, HttpContext.RequestAborted);

    private LocalRedirectResult Here(string id) => LocalRedirect("/sign/" + id);

    private PageResult Explain(Error error)
    {
        Fault = error.Descriptor;
        Response.StatusCode = error.Descriptor.Status;
        return Page();
    }
}
