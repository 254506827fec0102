using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Alerts.Conditions;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrossBorder.Federation.Tests.Alerts;

/// <summary>A log that nobody signs is told of, the first checkpoint included.</summary>
public sealed class AuditConditionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_that_was_never_signed_waits_since_its_first_entry()
    {
        await using var hub = await HubServing.StartAsync(new Dictionary<string, string>
        {
            ["Audit:LinkEvery"] = "00:01:00", ["SigningKeys:0:Uses:3"] = "audit",
        });
        await hub.Services.GetServices<IHostedService>().OfType<AuditLinking>().Single().StopAsync(Stop);
        await using var scope = hub.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        scope.ServiceProvider.GetRequiredService<IAuditLog>().Record("test.happened", AuditActors.Hub, "it");
        await context.SaveChangesAsync(Stop);
        await hub.Services.GetRequiredService<AuditLinker>().LinkAsync(Stop);
        Assert.Empty(await FindAsync(scope, TimeSpan.FromHours(2)));

        // As if signing had failed from the first day on.
        await context.AuditHeads.ExecuteUpdateAsync(update => update
            .SetProperty(head => head.CheckpointAt, (DateTimeOffset?)null).SetProperty(head => head.CheckpointSize, 0), Stop);

        Assert.Empty(await FindAsync(scope, TimeSpan.Zero));
        Assert.Equal("signing", Assert.Single(await FindAsync(scope, TimeSpan.FromHours(2))).Subject);
    }

    private static Task<IReadOnlyList<AlertCondition>> FindAsync(AsyncServiceScope scope, TimeSpan later) =>
        scope.ServiceProvider.GetRequiredService<IEnumerable<IAlertConditions>>().OfType<AuditConditions>().Single()
            .FindAsync(TimeProvider.System.GetUtcNow() + later, Stop);
}
