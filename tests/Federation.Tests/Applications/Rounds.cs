using CrossBorder.Federation.Applications.Delivery;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>The worker's round by hand, where a test wants to know when it was.</summary>
internal static class Rounds
{
    public static async Task DeliverAsync(this ApplicationsDesk desk)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var department in await desk.UseAsync<IDeliveryQueue, IReadOnlyList<string>>(queue => queue.DueDepartmentsAsync(now, default)))
        {
            var leased = await desk.UseAsync<IDeliveryQueue, IReadOnlyList<Delivery>>(
                queue => queue.LeaseAsync(new(department, "test", 100, now, now.AddSeconds(30)), default));
            foreach (var delivery in leased)
                await desk.UseAsync<DeliverHandler, bool>(async handler => { await handler.DeliverAsync(delivery, default); return true; });
        }
    }
}
