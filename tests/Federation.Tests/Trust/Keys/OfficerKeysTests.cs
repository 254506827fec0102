using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Keys;

/// <summary>What officers do to keys, in twos, and in an emergency alone.</summary>
public sealed class OfficerKeysTests
{
    private const string Reason = "Our quarterly exercise of a rotation";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_proposes_a_rotation_and_another_approves_it_and_then_a_key_is_activated_early()
    {
        await using var desk = await DeskAsync("RS256");
        var step = (await ProposeAsync(desk, KeyStepKind.Rotate, "RS256")).Value;

        Assert.Equal("CB6103", (await ApproveAsync(desk, step.Id, "OFFICER-A")).Error.Code);
        Assert.Single(await desk.RowsAsync());
        Assert.True((await ApproveAsync(desk, step.Id, "officer-b")).Succeeded);
        Assert.Equal("CB6102", (await ApproveAsync(desk, step.Id, "officer-b")).Error.Code);
        await desk.LookAsync();
        var next = Assert.Single(desk.Ring.Published, key => key.State == KeyState.Announced);

        var early = (await ProposeAsync(desk, KeyStepKind.ActivateEarly, next.Id)).Value;
        Assert.True((await ApproveAsync(desk, early.Id, "officer-b")).Succeeded);
        await desk.LookAsync();
        Assert.Equal(next.Id, desk.Ring.SignerFor("RS256")!.Id);
        Assert.Equal([("settings-RS256", KeyState.Retiring), (next.Id, KeyState.Active)], RotationTests.Ring(desk));
        var kinds = (await desk.AuditAsync()).Select(entry => entry.Kind).ToList();
        foreach (var kind in new[] { "keys.proposed", "keys.approved", "keys.created", "keys.activated", "keys.retired" })
            Assert.Contains(kind, kinds);
    }

    [Fact]
    public async Task Two_officers_let_a_key_go_that_laggards_hold_back()
    {
        await using var desk = await DeskAsync("RS256");
        clock.Advance(TimeSpan.FromDays(76));
        await desk.LookAsync();
        clock.Advance(TimeSpan.FromDays(14));
        await desk.LookAsync();
        desk.Evidence.Saw("laggard", "settings-RS256", EvidenceKind.Issued);
        clock.Advance(TimeSpan.FromDays(14));
        await desk.LookAsync();
        Assert.Contains(("settings-RS256", KeyState.Retiring), RotationTests.Ring(desk));

        var step = (await ProposeAsync(desk, KeyStepKind.LetGo, "settings-RS256")).Value;
        Assert.True((await ApproveAsync(desk, step.Id, "officer-b")).Succeeded);
        await desk.LookAsync();

        Assert.DoesNotContain(desk.Ring.Published, key => key.Id == "settings-RS256");
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "keys.let_go" && entry.Details.Contains("officer-b", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_an_emergency_one_officer_revokes_the_active_key_and_another_key_signs_at_once_on_both_nodes()
    {
        var settings = SettingsKeys.Of("RS256", "SGD_SM3_SM2");
        await using var desk = await KeysDesk.OpenAsync("PostgreSQL", clock, settings);
        await using var other = await KeysDesk.OpenAsync(desk.Connection, clock, settings);

        var step = (await RevokeAsync(desk, "settings-SGD_SM3_SM2")).Value;
        await desk.LookAsync();
        await other.LookAsync();

        foreach (var node in new[] { desk, other })
        {
            Assert.DoesNotContain(node.Ring.Published, key => key.Id == "settings-SGD_SM3_SM2");
            Assert.Equal(KeyState.Active, node.Ring.SignerFor("SGD_SM3_SM2")!.State);
            Assert.Equal("settings-RS256", node.Ring.SignerFor("RS256")!.Id);
        }

        Assert.Equal(desk.Ring.SignerFor("SGD_SM3_SM2")!.Id, other.Ring.SignerFor("SGD_SM3_SM2")!.Id);
        Assert.Equal("CB6130", (await RevokeAsync(desk, "settings-SGD_SM3_SM2")).Error.Code);
        Assert.Equal("CB6103", (await desk.AsOfficerAsync(keys => keys.ReviewAsync(step.Id, "officer-a", Stop))).Error.Code);
        Assert.True((await desk.AsOfficerAsync(keys => keys.ReviewAsync(step.Id, "officer-b", Stop))).Succeeded);
        // It stands in the settings still, and does not come back with a restart.
        await using var restarted = await KeysDesk.OpenAsync(desk.Connection, clock, settings);
        Assert.DoesNotContain(restarted.Ring.Published, key => key.Id == "settings-SGD_SM3_SM2");
    }

    [Fact]
    public async Task An_announced_successor_takes_over_in_an_emergency()
    {
        await using var desk = await DeskAsync("ES256");
        clock.Advance(TimeSpan.FromDays(76));
        await desk.LookAsync();
        var next = Assert.Single(desk.Ring.Published, key => key.State == KeyState.Announced).Id;

        Assert.True((await RevokeAsync(desk, "settings-ES256")).Succeeded);
        await desk.LookAsync();

        Assert.Equal([(next, KeyState.Active)], RotationTests.Ring(desk));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_and_changes_nothing()
    {
        await using var desk = await DeskAsync("RS256");

        Assert.Equal("CB6101", (await desk.AsOfficerAsync(keys => keys.ProposeAsync(KeyStepKind.Rotate, "RS256", "short", "officer-a", Stop))).Error.Code);
        Assert.Equal("CB6134", (await ProposeAsync(desk, KeyStepKind.Rotate, "HS256")).Error.Code);
        Assert.Equal("CB6134", (await ProposeAsync(desk, KeyStepKind.ActivateEarly, "nobody")).Error.Code);
        Assert.Equal("CB6134", (await RevokeAsync(desk, "nobody")).Error.Code);
        Assert.Equal("CB6134", (await ApproveAsync(desk, Guid.NewGuid(), "officer-b")).Error.Code);
        Assert.Equal("CB6130", (await ProposeAsync(desk, KeyStepKind.ActivateEarly, "settings-RS256")).Error.Code);
        Assert.Equal("CB6130", (await ProposeAsync(desk, KeyStepKind.LetGo, "settings-RS256")).Error.Code);
        Assert.Equal("CB6130", (await ProposeAsync(desk, KeyStepKind.Revoke, "settings-RS256")).Error.Code);
        var waiting = (await ProposeAsync(desk, KeyStepKind.Rotate, "RS256")).Value;
        Assert.Equal("CB6130", (await ProposeAsync(desk, KeyStepKind.Rotate, "RS256")).Error.Code);
        Assert.Equal("CB6104", (await desk.AsOfficerAsync(keys => keys.WithdrawAsync(waiting.Id, "officer-b", Stop))).Error.Code);
        Assert.True((await desk.AsOfficerAsync(keys => keys.RefuseAsync(waiting.Id, "officer-b", Stop))).Succeeded);
        Assert.Equal("CB6102", (await desk.AsOfficerAsync(keys => keys.WithdrawAsync(waiting.Id, "officer-a", Stop))).Error.Code);
        await desk.LookAsync();
        Assert.Equal([("settings-RS256", KeyState.Active)], RotationTests.Ring(desk));
    }

    [Fact]
    public async Task Without_a_secret_to_seal_with_no_key_is_made_and_none_is_revoked_that_nothing_could_follow()
    {
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, SettingsKeys.Of("RS256"), new KeyRotationOptions { Automatic = false }, secret: []);
        var step = (await ProposeAsync(desk, KeyStepKind.Rotate, "RS256")).Value;

        Assert.Equal("CB6132", (await ApproveAsync(desk, step.Id, "officer-b")).Error.Code);
        Assert.Equal("CB6132", (await RevokeAsync(desk, "settings-RS256")).Error.Code);
        await desk.LookAsync();
        Assert.Equal([("settings-RS256", KeyState.Active)], RotationTests.Ring(desk));
    }

    private Task<KeysDesk> DeskAsync(params string[] algorithms) => KeysDesk.OpenAsync("SQLite", clock, SettingsKeys.Of(algorithms));

    private static Task<Outcome<KeyStep>> ProposeAsync(KeysDesk desk, KeyStepKind kind, string about) =>
        desk.AsOfficerAsync(keys => keys.ProposeAsync(kind, about, Reason, "officer-a", Stop));

    private static Task<Outcome<KeyStep>> ApproveAsync(KeysDesk desk, Guid id, string officer) =>
        desk.AsOfficerAsync(keys => keys.ApproveAsync(id, officer, Stop));

    private static Task<Outcome<KeyStep>> RevokeAsync(KeysDesk desk, string keyId) =>
        desk.AsOfficerAsync(keys => keys.RevokeNowAsync(keyId, "Its file was found on another machine", "officer-a", Stop));
}
