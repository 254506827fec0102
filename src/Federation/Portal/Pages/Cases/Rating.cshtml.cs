using CrossBorder.Federation.Applications.Feedback;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>A resident rates a case of theirs that is over, or changes what they said.</summary>
[RequireResident]
internal sealed class RatingModel(RateCase rate) : PageModel
{
    public string CaseNumber { get; private set; } = "";

    public int? Stars { get; private set; }

    public string Comment { get; private set; } = "";

    public Error? Fault { get; private set; }

    private string ResidentId => ResidentFeature.Of(HttpContext).ResidentId;

    public async Task<IActionResult> OnGetAsync(string caseNumber)
    {
        var found = await rate.FindAsync(ResidentId, caseNumber, HttpContext.RequestAborted);
        if (!found.TryGetValue(out var rating))
            return new RefusalResult(found.Error);
        if (!rating.IsOpen)
            return new RefusalResult((rating.Stars is null ? ErrorCatalogue.CaseNotConcluded : ErrorCatalogue.RatingFixed).With(""));

        (CaseNumber, Stars, Comment) = (caseNumber, rating.Stars, rating.Comment);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string caseNumber, int? stars, string? comment)
    {
        // Browsers send lines as the header of a message ends them, which would count twice.
        var words = (comment ?? "").ReplaceLineEndings("\n");
        var rated = await rate.RateAsync(ResidentId, caseNumber, stars ?? 0, words, HttpContext.RequestAborted);
        if (rated.Succeeded)
            return LocalRedirect($"/cases/{caseNumber}");
        if (rated.Error.Code != ErrorCatalogue.RatingInvalid.Code)
            return new RefusalResult(rated.Error);

        (CaseNumber, Stars, Comment, Fault) = (caseNumber, stars, words, rated.Error);
        Response.StatusCode = rated.Error.Descriptor.Status;
        return Page();
    }
}
