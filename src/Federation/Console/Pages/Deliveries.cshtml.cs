using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>How deliveries stand, department by department, and which do not get through. Nothing is changed here.</summary>
[ForOfficers(OfficerRole.Operator)]
internal sealed class DeliveriesModel(IConsoleViews views, ClockPanels clocks) : PageModel
{
    private const int MostStuck = 50;

    public IReadOnlyList<DeliveryCount> Counts { get; private set; } = [];

    public IReadOnlyList<StuckDelivery> Stuck { get; private set; } = [];

    public ClockPanel Clocks { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Clocks = await clocks.ReadAsync(HttpContext.RequestAborted);
        Counts = await views.DeliveriesAsync(HttpContext.RequestAborted);
        Stuck = await views.StuckAsync(MostStuck, HttpContext.RequestAborted);
    }
}
