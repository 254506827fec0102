using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Grouped;
using CrossBorder.Federation.Storage.Prepared;
using CrossBorder.Federation.Storage.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>Receipts of one case that are committed together see one another, as if each had come alone.</summary>
public sealed class OneGroupTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task All_departments_at_once_make_the_case_accepted_and_a_second_receipt_changes_nothing(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var filed = (await desk.SubmitAsync(await Uploads.CompleteAsync(desk, "retirement"))).Value;
        var deliveries = await desk.UseAsync<HubDbContext, List<Delivery>>(context => context.Set<Delivery>().AsNoTracking().ToListAsync(Stop));
        Assert.True(deliveries.Count > 1);
        Assert.All(deliveries, delivery => Assert.Equal(DeliveryStatus.Queued, delivery.Status));

        var stored = await TogetherAsync(desk, [.. deliveries, deliveries[0]]);

        Assert.Equal(deliveries.Count, stored.Count(concluded => concluded.Stored));
        var view = await desk.CaseAsync(filed.CaseNumber);
        Assert.Equal(ApplicationStatus.Accepted, view.Status);
        Assert.All(view.Deliveries, delivery => Assert.Equal(DeliveryStatus.Accepted, delivery.Status));
        Assert.All(view.Deliveries, delivery => Assert.Equal("receipt", delivery.Receipt));
        Assert.Equal(deliveries.Count, await desk.UseAsync<HubDbContext, int>(context => context.Set<Receipt>().CountAsync(Stop)));
    }

    /// <summary>Hands all of them in while somebody writes, so that the writer takes them into one group.</summary>
    private static async Task<ConcludedDelivery[]> TogetherAsync(ApplicationsDesk desk, IReadOnlyList<Delivery> deliveries)
    {
        var writes = desk.Services.GetRequiredService<GroupedWrites>();
        var busy = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = writes.WriteAsync("", _ => busy.Task, Stop);
        var together = deliveries.Select(delivery => writes.WriteAsync(delivery.ApplicationId, services =>
        {
            ReadyStatement[] rows = [RowInsert.Of(services.GetRequiredService<HubDbContext>(), ReceiptOf(delivery))];
            return services.GetRequiredService<ReceiptWrites>().StageAsync(delivery, accepted: true, rows, At);
        }, Stop)).ToList();
        busy.SetResult(true);
        await before;
        return await Task.WhenAll(together);
    }

    private static Receipt ReceiptOf(Delivery delivery) =>
        new() { DeliveryId = delivery.Id, Compact = "receipt", Accepted = true, Reference = "REF", ReceivedAt = At, VerifiedAt = At };
}
