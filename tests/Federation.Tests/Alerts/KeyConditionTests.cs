using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Alerts.Conditions;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Trust.Keys;
using CrossBorder.Federation.Trust.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CrossBorder.Federation.Tests.Alerts;

/// <summary>Keys that do not go on as they should are told of.</summary>
public sealed class KeyConditionTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_relying_party_that_holds_a_key_back_is_named_once_the_key_could_go_and_no_longer()
    {
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, SettingsKeys.Of("RS256"));
        await PassAsync(desk, 76);
        await PassAsync(desk, 14);
        var active = desk.Ring.SignerFor("RS256")!.Id;
        desk.Evidence.Saw("laggard", "settings-RS256", EvidenceKind.Used);
        await PassAsync(desk, 13);
        Assert.Empty(await FindAsync(desk));

        await PassAsync(desk, 1);
        var condition = Assert.Single(await FindAsync(desk));
        Assert.Equal((AlertKind.KeyHeldBack, "settings-RS256"), (condition.Kind, condition.Subject));
        var text = AlertText.Of(Alert.Raise(condition, clock.GetUtcNow())).En;
        Assert.Contains("laggard", text, StringComparison.Ordinal);

        desk.Evidence.Saw("laggard", active, EvidenceKind.Used);
        await PassAsync(desk, 1);
        Assert.Empty(await FindAsync(desk));
    }

    [Fact]
    public async Task A_successor_that_cannot_be_made_is_an_alert()
    {
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, SettingsKeys.Of("ES256"), secret: []);
        await PassAsync(desk, 75);
        Assert.Empty(await FindAsync(desk));

        await PassAsync(desk, 2);
        var condition = Assert.Single(await FindAsync(desk));
        Assert.Equal((AlertKind.SuccessorMissing, "ES256", NoticeSeverity.Critical), (condition.Kind, condition.Subject, condition.Severity));
    }

    [Fact]
    public async Task A_key_that_does_not_open_is_an_alert()
    {
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, SettingsKeys.Of("ES256"));
        await PassAsync(desk, 76);
        Assert.Empty(await FindAsync(desk));
        // The same database, seen by a node with another secret.
        await using var other = await KeysDesk.OpenAsync(desk.Connection, clock, SettingsKeys.Of("ES256"), secret: new byte[32], start: false);
        await other.UseAsync<HubDbContext, int>(context => context.Set<KeyEpoch>().ExecuteUpdateAsync(update => update.SetProperty(epoch => epoch.Number, epoch => epoch.Number + 1), Stop));
        await other.UseAsync<KeyWatch, int>(async watch =>
        {
            await watch.TakeAsync(Stop);
            return 0;
        });

        var condition = Assert.Single(await FindAsync(other));
        Assert.Equal(AlertKind.KeyUnopened, condition.Kind);
    }

    private static Task<IReadOnlyList<AlertCondition>> FindAsync(KeysDesk desk) => desk.UseAsync<IServiceProvider, IReadOnlyList<AlertCondition>>(services =>
        new KeyConditions(Of<IManagedKeyStore>(services), Of<IKeyEvidence>(services), desk.Ring, Of<IOptions<KeyRotationOptions>>(services))
            .FindAsync(Of<TimeProvider>(services).GetUtcNow(), Stop));

    private static T Of<T>(IServiceProvider services)
        where T : class => (T)services.GetService(typeof(T))!;

    private async Task PassAsync(KeysDesk desk, int days)
    {
        clock.Advance(TimeSpan.FromDays(days));
        await desk.LookAsync();
    }
}
