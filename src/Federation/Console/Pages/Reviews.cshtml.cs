using CrossBorder.Federation.Accounts.Reviews;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>
/// The links that no rule could decide. A list without anybody's data; a record is shown only in answer to a form that says why,
/// so that no address, history or bookmark leads to it.
/// </summary>
[ForOfficers(OfficerRole.Reviewer)]
internal sealed class ReviewsModel(IReviews reviews, ReadReview read, DecideReview decide, StepUpOfficer stepUp) : PageModel
{
    private const int Most = 100;
    private const string LinkStep = "link:";

    public IReadOnlyList<ReviewLine> All { get; private set; } = [];

    /// <summary>The item that the address names, without its data.</summary>
    public ReviewLine? Item { get; private set; }

    /// <summary>The item with its data, once the officer said why.</summary>
    public ReviewRecord? Record { get; private set; }

    public ErrorDescriptor? Refusal { get; private set; }

    public string Reason { get; private set; } = "";

    public bool JustDecided { get; private set; }

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task<IActionResult> OnGetAsync(string? id, bool done = false)
    {
        JustDecided = done;
        return await LoadAsync(id) ? Page() : new ConsoleRefusal(ErrorCatalogue.ReviewUnknown);
    }

    public async Task<IActionResult> OnPostLookAsync(string? id, ReadPurpose why)
    {
        if (!await LoadAsync(id) || Item is null)
            return new ConsoleRefusal(ErrorCatalogue.ReviewUnknown);

        return await ShowAsync(Item.Id, why);
    }

    public async Task<IActionResult> OnPostDecideAsync(string? id, string? step, string? reason, string? code, long version, bool originalSeen = false)
    {
        if (!await LoadAsync(id) || Item is null)
            return new ConsoleRefusal(ErrorCatalogue.ReviewUnknown);

        Reason = reason ?? "";
        var decided = await DecideAsync(Verdict(step ?? "", originalSeen, version), code);
        if (decided.Succeeded)
            return LocalRedirect("/console/reviews?done=true");

        Refusal = decided.Error.Descriptor;
        var page = await ShowAsync(Item.Id, ReadPurpose.Decision);
        Response.StatusCode = decided.Error.Descriptor.Status;
        return page;
    }

    private ReviewVerdict Verdict(string step, bool originalSeen, long version) =>
        step.StartsWith(LinkStep, StringComparison.Ordinal)
            ? new ReviewVerdict(Accounts.ReviewStates.Linked, step[LinkStep.Length..], originalSeen, Reason, version)
            : new ReviewVerdict(step, null, false, Reason, version);

    // A link gives somebody the run of an account: that is worth a fresh code. Saying no, or asking for more, is not.
    private Task<Outcome<Accounts.ReviewItem>> DecideAsync(ReviewVerdict verdict, string? code)
    {
        return verdict.State == Accounts.ReviewStates.Linked ? this.ProvedAsync(stepUp, code, Do) : Do();

        Task<Outcome<Accounts.ReviewItem>> Do() => decide.DecideAsync(Item!.Id, verdict, Officer, HttpContext.RequestAborted);
    }

    private async Task<IActionResult> ShowAsync(string id, ReadPurpose why)
    {
        var shown = await read.ReadAsync(id, Enum.IsDefined(why) ? why : ReadPurpose.Decision, Officer, HttpContext.RequestAborted);
        if (!shown.TryGetValue(out var record))
            return new ConsoleRefusal(shown.Error.Descriptor);

        Record = record;
        return Page();
    }

    private async Task<bool> LoadAsync(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            All = await reviews.ListAsync(Most, HttpContext.RequestAborted);
            return true;
        }

        Item = await reviews.LineAsync(id, HttpContext.RequestAborted);
        return Item is not null;
    }
}
