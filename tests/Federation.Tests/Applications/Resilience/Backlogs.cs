using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Applications.Resilience;

/// <summary>Puts deliveries into the queue without filing each, and looks at what became of them.</summary>
internal static class Backlogs
{
    /// <summary>So many deliveries of one case, queued so long ago; their ids in the order in which they are due.</summary>
    public static Task<IReadOnlyList<string>> QueueAsync(
        this ApplicationsDesk desk, string department, int count, TimeSpan? waiting = null, string? fault = null, int attempts = 0) =>
        desk.UseAsync<HubDbContext, IReadOnlyList<string>>(context => context.QueueAsync(department, count, waiting, fault, attempts));

    public static async Task<IReadOnlyList<string>> QueueAsync(
        this HubDbContext context, string department, int count, TimeSpan? waiting = null, string? fault = null, int attempts = 0)
    {
        var now = TimeProvider.System.GetUtcNow();
        var queued = now - (waiting ?? TimeSpan.Zero);
        var id = Guid.CreateVersion7(now).ToString("N");
        context.Add(new Application
        {
            Id = id, CaseNumber = "CB-" + id[^12..], ResidentId = "resident-r1", EntryCode = "gd-si-003", CatalogueVersion = "1",
            SubmittedAt = queued, Status = ApplicationStatus.Submitted, Content = "{}", Assertion = "", HomePolicy = "{}", Consent = "[]",
        });
        var ids = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            var delivery = Guid.NewGuid().ToString("N");
            ids.Add(delivery);
            context.Add(new Delivery
            {
                Id = delivery, ApplicationId = id, Department = department, Item = "gd-si-003",
                Payload = $$"""{"id":"{{delivery}}","aud":"{{department}}"}""",
                QueuedAt = queued.AddMilliseconds(i), DueAt = queued.AddMilliseconds(i), LastFault = fault, Attempts = attempts,
            });
        }

        await context.SaveChangesAsync();
        return ids;
    }

    public static Task<List<Delivery>> DeliveriesAsync(this ApplicationsDesk desk, string department) =>
        desk.UseAsync<HubDbContext, List<Delivery>>(context =>
            context.Set<Delivery>().AsNoTracking().Where(delivery => delivery.Department == department).OrderBy(delivery => delivery.QueuedAt).ToListAsync());

    public static Task<int> AuditedAsync(this ApplicationsDesk desk, string kind) =>
        desk.UseAsync<HubDbContext, int>(context => context.AuditEntries.CountAsync(entry => entry.Kind == kind));

    public static Task<IReadOnlyDictionary<string, DepartmentCircuit>> CircuitsAsync(this ApplicationsDesk desk) =>
        desk.UseAsync<IDepartmentCircuits, IReadOnlyDictionary<string, DepartmentCircuit>>(circuits => circuits.NotClosedAsync(default));

    public static async Task OpenCircuitAsync(this ApplicationsDesk desk, string department)
    {
        for (var i = 0; i < new DeliveryOptions().OpenAfter; i++)
            await desk.UseAsync<DepartmentFlow, bool>(async flow =>
            {
                await flow.FailedAsync(department, ErrorCatalogue.PartnerUnreachable.With("It is down."), default);
                return true;
            });
    }
}
