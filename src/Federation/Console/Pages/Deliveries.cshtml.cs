using System.Globalization;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Feedback;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>How deliveries stand, department by department, and what an operator does where they do not get through.</summary>
[ForOfficers(OfficerRole.Operator)]
internal sealed class DeliveriesModel(
    IConsoleViews views, IRatings ratings, ClockPanels clocks, OverdueMaterialsView overdue, DepartmentDesk desk, RedriveDeliveries redrive, Maintenance maintenance, IOptions<DepartmentsOptions> departments) : PageModel
{
    private const int MostStuck = 50;

    public IReadOnlyList<DeliveryCount> Counts { get; private set; } = [];

    public IReadOnlyList<StuckDelivery> Stuck { get; private set; } = [];

    public ClockPanel Clocks { get; private set; } = null!;

    public OverdueMaterials Missing { get; private set; } = null!;

    public DepartmentStanding Standing { get; private set; } = null!;

    public IEnumerable<string> Departments => departments.Value.Departments.Select(department => department.Slug).Order(StringComparer.Ordinal);

    public Error? Refusal { get; private set; }

    private string Officer => OfficerScheme.Presence(User)!.Name;

    public IReadOnlyList<DepartmentRating> Ratings { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Clocks = await clocks.ReadAsync(HttpContext.RequestAborted);
        Missing = await overdue.ReadAsync(HttpContext.RequestAborted);
        Counts = await views.DeliveriesAsync(HttpContext.RequestAborted);
        Ratings = await ratings.ByDepartmentAsync(HttpContext.RequestAborted);
        Stuck = await views.StuckAsync(MostStuck, HttpContext.RequestAborted);
        Standing = await desk.ReadAsync(HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostRedriveAsync(string? id) =>
        await AnswerAsync(await redrive.OneAsync(id ?? "", Officer, HttpContext.RequestAborted), "redrives");

    public async Task<IActionResult> OnPostRedriveAllAsync(string? department, string? cause, string? typed) =>
        await AnswerAsync(
            await redrive.GroupAsync(department ?? "", string.IsNullOrEmpty(cause) ? null : cause, typed ?? "", Officer, HttpContext.RequestAborted), "redrives");

    public async Task<IActionResult> OnPostAnnounceAsync(string? department, string? from, string? until, string? reason) =>
        await AnswerAsync(
            await maintenance.AnnounceAsync(new(department ?? "", Moment(from), Moment(until), reason ?? ""), Officer, HttpContext.RequestAborted), "maintenance");

    public async Task<IActionResult> OnPostEndAsync(Guid id) =>
        await AnswerAsync(await maintenance.EndAsync(id, Officer, HttpContext.RequestAborted), "maintenance");

    // As browsers send what was typed into a field for a moment: without a place, here UTC.
    private static DateTimeOffset? Moment(string? typed) => DateTimeOffset.TryParseExact(
        typed, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private async Task<IActionResult> AnswerAsync<T>(Outcome<T> done, string place)
    {
        if (done.Succeeded)
            return RedirectToPage(null, null, null, place);

        Refusal = done.Error;
        Response.StatusCode = done.Error.Descriptor.Status;
        await OnGetAsync();
        return Page();
    }
}
