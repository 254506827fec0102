using CrossBorder.Federation.Applications.Feedback;
using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>How deliveries stand, department by department, and which do not get through. Nothing is changed here.</summary>
[ForOfficers(OfficerRole.Operator)]
internal sealed class DeliveriesModel(IConsoleViews views, IRatings ratings) : PageModel
{
    private const int MostStuck = 50;

    public IReadOnlyList<DeliveryCount> Counts { get; private set; } = [];

    public IReadOnlyList<StuckDelivery> Stuck { get; private set; } = [];

    public IReadOnlyList<DepartmentRating> Ratings { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Counts = await views.DeliveriesAsync(HttpContext.RequestAborted);
        Ratings = await ratings.ByDepartmentAsync(HttpContext.RequestAborted);
        Stuck = await views.StuckAsync(MostStuck, HttpContext.RequestAborted);
    }
}
