using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Events;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Checks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CrossBorder.Federation.Tests.Applications.Clock;

/// <summary>Applications on a day of the test's choosing.</summary>
internal static class ClockDesk
{
    public static Task<ApplicationsDesk> OpenAsync(DepartmentsRunning departments, string database, FakeTimeProvider clock) =>
        ApplicationsDesk.OpenAsync(departments, database, worker: false, more: services => services.AddSingleton<TimeProvider>(clock));

    /// <summary>Files a pension item with the department of the province; the id of its delivery.</summary>
    public static async Task<(string Case, string Delivery)> FileAsync(this ApplicationsDesk desk, string key = "key-1")
    {
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003", key))).Value;
        return (filed.CaseNumber, filed.Deliveries[0].Id);
    }

    /// <summary>As after a receipt: what a department's events speak of. The certificates of receipts are of our days, not of the test's.</summary>
    public static Task ArrivedAsync(this ApplicationsDesk desk, string delivery) =>
        desk.UseAsync<HubDbContext, int>(context => context.Set<Delivery>().Where(row => row.Id == delivery)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Status, DeliveryStatus.Accepted).SetProperty(changed => changed.Envelope, "sent")));

    /// <summary>Stores a verified event of the department at this moment of the test.</summary>
    public static async Task TellAsync(
        this ApplicationsDesk desk, string department, string delivery, long sequence, DepartmentEventStatus status, string? to = null, string? reason = null)
    {
        var now = desk.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var kept = await desk.UseAsync<IDepartmentEvents, CrossBorder.Verification.Outcomes.Outcome<DepartmentEvent>>(events => events.KeepAsync(
            new()
            {
                Department = department, Id = $"{delivery}-{sequence}", DeliveryId = delivery, Sequence = sequence, Status = status,
                Reason = reason, ForwardedTo = to, At = now, Compact = "signed", StoredAt = now,
            },
            null, 100, default));
        Assert.True(kept.Succeeded);
    }

    public static Task<DeliveryClock> ClockAsync(this ApplicationsDesk desk, string delivery) =>
        desk.UseAsync<HubDbContext, DeliveryClock>(context => context.Set<DeliveryClock>().AsNoTracking().SingleAsync(row => row.DeliveryId == delivery));

    public static Task LookAsync(this ApplicationsDesk desk) => desk.Services.GetRequiredService<ClockWorker>().LookAsync(TestContext.Current.CancellationToken);

    /// <summary>The kinds of what the hub itself wrote into the log of deadlines.</summary>
    public static Task<List<string>> AuditedAsync(this ApplicationsDesk desk) =>
        desk.UseAsync<HubDbContext, List<string>>(context => context.Set<AuditEntry>()
            .Where(entry => entry.ActorKind == AuditActors.Hub && entry.Kind.StartsWith("delivery.")).OrderBy(entry => entry.Id).Select(entry => entry.Kind).ToListAsync());
}
