using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Applications.Supplements;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Federation.Portal.Uploads;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>Documents that come after the application: those left for later, and those that a department asks for.</summary>
[RequireResident]
[RequestSizeLimit(MaximumRequest)]
[StreamUploads<HandInFiles>]
internal sealed class HandInModel(ICases cases, HandInMaterials handIn, CaseNames names, TimeProvider clock) : PageModel
{
    /// <summary>Two files at their largest, and room for the rest.</summary>
    private const int MaximumRequest = 44 * 1024 * 1024;

    public CaseView View { get; private set; } = null!;

    public CaseNames Names => names;

    public DateOnly Today => WorkingCalendar.DayOf(clock.GetUtcNow());

    /// <summary>What was refused, each with the document that it is about.</summary>
    public IReadOnlyList<(string? Slug, Error Fault)> Faults { get; private set; } = [];

    private string ResidentId => ResidentFeature.Of(HttpContext).ResidentId;

    public async Task<IActionResult> OnGetAsync(string caseNumber) =>
        await FindAsync(caseNumber) is { } refusal ? refusal : Page();

    public async Task<IActionResult> OnPostAsync(string caseNumber)
    {
        if (await FindAsync(caseNumber) is { } refusal)
            return refusal;

        var (given, faults) = Take(PostedForm.Of(HttpContext).Files);
        if (faults.Count == 0 && given.Count == 0)
            faults.Add((null, ErrorCatalogue.MaterialMissing.With("No file was chosen.")));
        if (faults.Count == 0)
        {
            var handed = await handIn.HandInAsync(ResidentId, caseNumber, given, HttpContext.RequestAborted);
            if (handed.Succeeded)
                return LocalRedirect($"/cases/{caseNumber}");
            faults.AddRange(handed.Errors.Select(error => ((string?)null, error)));
        }

        Faults = faults;
        Response.StatusCode = faults[0].Fault.Descriptor.Status;
        return Page();
    }

    private async Task<IActionResult?> FindAsync(string caseNumber)
    {
        var found = await cases.FindAsync(ResidentId, caseNumber, HttpContext.RequestAborted);
        if (!found.TryGetValue(out var view))
            return new RefusalResult(found.Error);
        View = view;
        return null;
    }

    private static (List<MaterialReference> Given, List<(string? Slug, Error Fault)> Faults) Take(IReadOnlyList<PostedFile> files)
    {
        var given = new List<MaterialReference>();
        var faults = new List<(string? Slug, Error Fault)>();
        foreach (var file in files)
        {
            if (file.Stored.TryGetValue(out var taken))
                given.Add(new(file.Slug, taken.Id));
            else
                faults.Add((file.Slug, file.Stored.Error));
        }

        return (given, faults);
    }
}
