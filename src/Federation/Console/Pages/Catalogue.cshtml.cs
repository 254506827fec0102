using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>The versions of the catalogue. Operators bring new ones in; nothing changes for residents by it.</summary>
[ForOfficers(OfficerRole.Operator, OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
internal sealed class CatalogueModel(ICatalogueVersionStore store, ICatalogueVersions catalogues, OfficerCatalogue officerCatalogue, TimeProvider clock) : PageModel
{
    private const int LargestForm = OfficerCatalogue.LargestFile + (64 * 1024);

    public IReadOnlyList<CatalogueHead> Versions { get; private set; } = [];

    public string InForce => catalogues.Current.Version;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>All that is wrong with what was given.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    public bool MayImport => Officer.Role == OfficerRole.Operator;

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task OnGetAsync() => Versions = await store.HeadsAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (!MayImport)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        using var content = new MemoryStream();
        if (file is not null)
            await file.CopyToAsync(content, HttpContext.RequestAborted);
        var done = await officerCatalogue.ImportAsync(content.ToArray(), Officer.Name, HttpContext.RequestAborted);
        if (done.TryGetValue(out var head))
            return LocalRedirect("/console/catalogue/" + head.Version);

        Refusals = done.Errors;
        Response.StatusCode = done.Error.Descriptor.Status;
        await OnGetAsync();
        return Page();
    }
}
