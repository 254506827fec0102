using System.Diagnostics;
using CrossBorder.Federation.SignIn;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace CrossBorder.Federation.Portal.Pages.SignIn;

/// <summary>A journey that ended: to be reviewed, mismatch, refused or cancelled. It explains, and leads back without a code.</summary>
internal sealed class StoppedModel(Journeys journeys, RefusalRedirect refusals) : JourneyPage(journeys, JourneyStep.Stopped)
{
    private readonly Journeys journeys = journeys;

    public ErrorDescriptor Refusal { get; private set; } = null!;

    public string? Reference { get; private set; }

    public bool HasWayBack { get; private set; }

    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public async Task<IActionResult> OnGetAsync()
    {
        var (open, elsewhere) = await OpenAsync();
        if (open is null)
            return elsewhere!;

        var refusal = open.Journey.Refusal!;
        Refusal = ErrorCatalogue.All[refusal.Code];
        Reference = refusal.Reference;
        HasWayBack = refusals.For(open.Journey) is not null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (open, elsewhere) = await OpenAsync();
        if (open is null)
            return elsewhere!;
        if (refusals.For(open.Journey) is not { } back)
            return Onwards();

        await journeys.CloseAsync(open, HttpContext.RequestAborted);
        await back.ToResult().ExecuteAsync(HttpContext);
        return new EmptyResult();
    }
}
