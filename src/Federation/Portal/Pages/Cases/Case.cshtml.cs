using System.Net.Mime;
using System.Text;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Feedback;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>One case: where it stands, who signed for it, and what has happened. Anybody else's is unknown (CB5040).</summary>
[RequireResident(AgentDoor.Represented)]
internal sealed class CaseModel(
    ICases cases, RateCase rate, Hotline hotline, CaseNames names, IMaintenanceWindows maintenance, TimeProvider clock) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public CaseNames Names => names.Of(View);

    public DateOnly Today => WorkingCalendar.DayOf(clock.GetUtcNow());

    /// <summary>Until when departments that the case waits for are closed for maintenance.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> ClosedUntil { get; private set; } = new Dictionary<string, DateTimeOffset>();

    /// <summary><c>new</c> or <c>again</c> where the application form led here.</summary>
    public string? Filed { get; private set; }

    /// <summary>What a department asked for last.</summary>
    public TimelineEntry? Asked => View.Timeline.LastOrDefault(line => line is { Event: CaseEvents.ActionNeeded, Reason: not null });

    public RatingView Rating { get; private set; } = null!;

    public bool CanComplain => hotline.IsOpen && Agent is null;

    public bool HasEvidence => Agent is null && View.Deliveries.Any(delivery => delivery.Receipt is not null);

    public bool CanWithdraw => Agent is null && View.Status != ApplicationStatus.Withdrawn && !ApplicationStatuses.IsOver(View.Status);

    /// <summary>Who looks at it for the applicant; null where they are here themselves.</summary>
    private ActingAgent? Agent => ResidentFeature.Of(HttpContext).Acting;

    private string ResidentId => ResidentFeature.Of(HttpContext).ResidentId;

    public async Task<IActionResult> OnGetAsync(string caseNumber, string? filed)
    {
        var found = Agent is { } agent
            ? await cases.FindFiledAsync(ResidentId, agent, caseNumber, HttpContext.RequestAborted)
            : await cases.FindAsync(ResidentId, caseNumber, HttpContext.RequestAborted);
        if (!found.TryGetValue(out var view))
            return new RefusalResult(found.Error);

        var rated = await rate.FindAsync(ResidentId, caseNumber, HttpContext.RequestAborted);
        (View, Rating, Filed) = (Agent is null ? view : view with { Awaited = [] }, Agent is null ? rated.Value : rated.Value with { IsOpen = false }, filed);
        if (view.Deliveries.Any(delivery => DeliveryMachine.Waits(delivery.Status)))
            ClosedUntil = await maintenance.ClosedAsync(clock.GetUtcNow(), HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnGetEvidenceAsync(string caseNumber)
    {
        if (Agent is not null)
            return new RefusalResult(ErrorCatalogue.NotForAgents.With("Evidence is for the applicant."));
        var exported = await cases.EvidenceAsync(ResidentId, caseNumber, HttpContext.RequestAborted);
        return exported.TryGetValue(out var package)
            ? File(Encoding.UTF8.GetBytes(package), MediaTypeNames.Application.Json, $"evidence-{caseNumber}.json")
            : new RefusalResult(exported.Error);
    }
}
