using System.Text;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Keys;

/// <summary>Keys follow one another by the clock, on every node, and wait for relying parties.</summary>
public sealed class RotationTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite", "RS256")]
    [InlineData("SQLite", "PS256")]
    [InlineData("SQLite", "ES256")]
    [InlineData("PostgreSQL", "SGD_SM3_SM2")]
    public async Task A_key_of_the_settings_is_followed_by_one_of_the_database_and_that_by_another(string database, string algorithm)
    {
        await using var desk = await KeysDesk.OpenAsync(database, clock, SettingsKeys.Of(algorithm));
        Assert.Equal([("settings-" + algorithm, KeyState.Active)], Ring(desk));

        await PassAsync(desk, TimeSpan.FromDays(75));
        Assert.Single(Ring(desk));

        // Announced 14 days before the end.
        await PassAsync(desk, TimeSpan.FromDays(1));
        var next = Assert.Single(Ring(desk), key => key.State == KeyState.Announced).Id;
        Assert.Equal("settings-" + algorithm, desk.Ring.SignerFor(algorithm)!.Id);

        await PassAsync(desk, TimeSpan.FromDays(14));
        Assert.Equal([("settings-" + algorithm, KeyState.Retiring), (next, KeyState.Active)], Ring(desk));
        Assert.Equal(next, desk.Ring.SignerFor(algorithm)!.Id);
        var data = Encoding.UTF8.GetBytes("signed by a key out of the database");
        Assert.True(desk.Ring.Published.Single(key => key.Id == next).PublicKey.Verify(desk.Ring.SignerFor(algorithm)!.Algorithm, data, desk.Ring.SignerFor(algorithm)!.Signer!.Sign(data)));

        await PassAsync(desk, TimeSpan.FromDays(14));
        Assert.Equal([(next, KeyState.Active)], Ring(desk));

        await PassAsync(desk, TimeSpan.FromDays(76 - 14));
        var third = Assert.Single(Ring(desk), key => key.State == KeyState.Announced).Id;
        await PassAsync(desk, TimeSpan.FromDays(14));
        Assert.Equal(third, desk.Ring.SignerFor(algorithm)!.Id);

        var kinds = (await desk.AuditAsync()).Where(entry => entry.SubjectReference == next).Select(entry => entry.Kind);
        Assert.Equal(["keys.created", "keys.announced", "keys.activated", "keys.retired"], kinds);
    }

    [Fact]
    public async Task Without_automatic_rotation_no_successor_is_made()
    {
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, SettingsKeys.Of("RS256"), new KeyRotationOptions { Automatic = false });

        await PassAsync(desk, TimeSpan.FromDays(400));

        Assert.Equal([("settings-RS256", KeyState.Active)], Ring(desk));
    }

    [Fact]
    public async Task A_second_key_of_the_settings_waits_its_turn_and_one_that_is_gone_from_them_still_verifies()
    {
        var settings = SettingsKeys.Of("RS256");
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, settings);
        using var newer = SoftwareSigningKey.Generate(AlgorithmCatalogue.RS256, "newer");
        await using (var restarted = await KeysDesk.OpenAsync(desk.Connection, clock, new SettingsKeys(settings.All[0], newer)))
            Assert.Equal([("settings-RS256", KeyState.Active), ("newer", KeyState.Announced)], Ring(restarted));

        await using var last = await KeysDesk.OpenAsync(desk.Connection, clock, new SettingsKeys(newer));

        Assert.Equal([("settings-RS256", KeyState.Retiring), ("newer", KeyState.Active)], Ring(last));
        Assert.Equal("newer", last.Ring.SignerFor("RS256")!.Id);
        // The other node has not the new key yet: it signs with what it has, which all still believe.
        await desk.LookAsync();
        Assert.Equal("settings-RS256", desk.Ring.SignerFor("RS256")!.Id);
    }

    [Fact]
    public async Task A_key_that_leaves_the_settings_before_its_turn_never_gets_it()
    {
        var settings = SettingsKeys.Of("RS256");
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, settings);
        using var newer = SoftwareSigningKey.Generate(AlgorithmCatalogue.RS256, "newer");
        await using (var restarted = await KeysDesk.OpenAsync(desk.Connection, clock, new SettingsKeys(settings.All[0], newer)))
            Assert.Contains(("newer", KeyState.Announced), Ring(restarted));

        // A node that was not restarted with it sees its turn come, and does not hold it.
        await PassAsync(desk, TimeSpan.FromDays(20));
        Assert.Equal([("settings-RS256", KeyState.Active), ("newer", KeyState.Announced)], Ring(desk));
        Assert.Equal("CB6130", (await desk.AsOfficerAsync(keys => keys.ProposeAsync(KeyStepKind.ActivateEarly, "newer", "It is needed at once", "officer-a", Stop))).Error.Code);

        await using var last = await KeysDesk.OpenAsync(desk.Connection, clock, settings);
        Assert.Equal([("settings-RS256", KeyState.Active)], Ring(last));
        Assert.Equal(KeyState.Removed, (await last.RowsAsync()).Single(row => row.Id == "newer").State);
        await PassAsync(last, TimeSpan.FromDays(100));
        Assert.NotEqual("newer", last.Ring.SignerFor("RS256")!.Id);
        Assert.NotNull(last.Ring.SignerFor("RS256")!.Signer);
    }

    [Fact]
    public async Task A_key_that_is_due_is_made_after_the_start_and_not_during_it()
    {
        var settings = SettingsKeys.Of("RS256");
        await using var first = await KeysDesk.OpenAsync("SQLite", clock, settings);
        clock.Advance(TimeSpan.FromDays(80));
        await using var restarted = await KeysDesk.OpenAsync(first.Connection, clock, settings, start: false);
        await restarted.StartAsync();
        Assert.Single(await restarted.RowsAsync());

        await restarted.LookAsync();
        Assert.Equal(2, (await restarted.RowsAsync()).Count);
    }

    [Fact]
    public async Task An_id_that_was_another_keys_stops_the_start()
    {
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, SettingsKeys.Of("RS256"));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => KeysDesk.OpenAsync(desk.Connection, clock, SettingsKeys.Of("RS256")));

        Assert.StartsWith("CB6133", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_nodes_on_PostgreSQL_make_one_successor_and_sign_with_the_same_key()
    {
        var settings = SettingsKeys.Of("RS256", "SGD_SM3_SM2");
        await using var one = await KeysDesk.OpenAsync("PostgreSQL", clock, settings);
        await using var two = await KeysDesk.OpenAsync(one.Connection, clock, settings);
        for (var day = 0; day < 120; day += 2)
        {
            clock.Advance(TimeSpan.FromDays(2));
            await Task.WhenAll(one.LookAsync(), two.LookAsync());
            await Task.WhenAll(one.LookAsync(), two.LookAsync());
            Assert.Equal(Ring(one), Ring(two));
            foreach (var algorithm in new[] { "RS256", "SGD_SM3_SM2" })
                Assert.Equal(one.Ring.SignerFor(algorithm)!.Id, two.Ring.SignerFor(algorithm)!.Id);
        }

        var rows = await one.RowsAsync();
        Assert.Equal(2, rows.Count(row => row.Origin == KeyOrigin.Database));
        Assert.Equal(rows.Count(row => row.Origin == KeyOrigin.Database), (await one.AuditAsync()).Count(entry => entry.Kind == "keys.created"));
    }

    [Fact]
    public void An_algorithm_that_a_revocation_left_without_a_signer_gets_one_and_one_that_was_given_up_does_not()
    {
        var now = clock.GetUtcNow();
        var revoked = ManagedKey.Adopt("stolen", new KeyLine(KeyUses.Tokens, "RS256"), "{}", signs: true, now);
        Assert.True(revoked.Revoke(now).Succeeded);
        var removed = ManagedKey.Adopt("old", new KeyLine(KeyUses.Tokens, "ES256"), "{}", signs: true, now);
        Assert.True(removed.Retire(now).Then(key => key.Remove(now)).Succeeded);

        Assert.Equal([new KeyLine(KeyUses.Tokens, "RS256")], RotationPlan.WantSuccessor([revoked, removed], new KeyRotationOptions(), now));
    }

    [Fact]
    public async Task A_relying_party_that_lags_behind_holds_a_retiring_key_back_until_it_shows_the_new_one()
    {
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, SettingsKeys.Of("RS256"));
        await PassAsync(desk, TimeSpan.FromDays(90));
        await PassAsync(desk, TimeSpan.FromDays(14));
        var active = desk.Ring.SignerFor("RS256")!.Id;
        Assert.NotEqual("settings-RS256", active);
        desk.Evidence.Saw("laggard", "settings-RS256", EvidenceKind.Used);
        desk.Evidence.Saw("laggard", active, EvidenceKind.Issued);
        desk.Evidence.Saw("other", active, EvidenceKind.Used);
        await desk.LookAsync();
        await PassAsync(desk, TimeSpan.FromDays(14));

        Assert.Contains(("settings-RS256", KeyState.Retiring), Ring(desk));
        desk.Evidence.Saw("laggard", active, EvidenceKind.Nearby);
        await PassAsync(desk, TimeSpan.FromHours(2));
        Assert.Contains(("settings-RS256", KeyState.Retiring), Ring(desk));

        desk.Evidence.Saw("laggard", active, EvidenceKind.Named);
        await desk.LookAsync();
        await PassAsync(desk, TimeSpan.FromHours(2));
        Assert.DoesNotContain(("settings-RS256", KeyState.Retiring), Ring(desk));
    }

    [Fact]
    public async Task A_relying_party_that_is_not_seen_any_more_holds_nothing_back()
    {
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, SettingsKeys.Of("RS256"));
        desk.Evidence.Saw("gone", "settings-RS256", EvidenceKind.Used);
        await PassAsync(desk, TimeSpan.FromDays(76));
        await PassAsync(desk, TimeSpan.FromDays(14));
        await PassAsync(desk, TimeSpan.FromDays(14));

        Assert.DoesNotContain(Ring(desk), key => key.Id == "settings-RS256");
    }

    [Fact]
    public async Task The_database_holds_no_plain_key_and_a_row_does_not_open_in_anothers_place()
    {
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, SettingsKeys.Of("RS256", "SGD_SM3_SM2"));
        await PassAsync(desk, TimeSpan.FromDays(76));
        var rows = (await desk.RowsAsync()).Where(row => row.Origin == KeyOrigin.Database).ToList();
        Assert.Equal(2, rows.Count);
        await desk.UseAsync<HubDbContext, int>(context => context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Stop));
        var file = await File.ReadAllBytesAsync(new SqliteConnectionStringBuilder(desk.Connection).DataSource, Stop);

        foreach (var signer in desk.Ring.Published.Where(key => key.State == KeyState.Announced).Select(key => (SoftwareSigningKey)key.Signer!))
        {
            var pem = signer.ToPkcs8Pem();
            var der = Convert.FromBase64String(string.Concat(pem.Split('\n').Where(line => !line.StartsWith('-'))));
            Assert.True(file.AsSpan().IndexOf(der.AsSpan(^32)) < 0, "the end of the private key stands in the file");
            Assert.True(file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(pem.Split('\n')[2])) < 0, "the PEM stands in the file");
        }

        var sealer = new KeySealer(Microsoft.Extensions.Options.Options.Create(new KeyRotationOptions()), new SettingsPaths("/"));
        Assert.Equal("CB6131", sealer.Open(rows[0]).Error.Code);
        Assert.Equal("CB6132", sealer.Make(new KeyLine(KeyUses.Tokens, "RS256"), clock.GetUtcNow()).Error.Code);
    }

    [Fact]
    public async Task With_another_secret_the_start_is_refused()
    {
        var settings = SettingsKeys.Of("RS256");
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, settings);
        await PassAsync(desk, TimeSpan.FromDays(76));
        await desk.LookAsync();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => KeysDesk.OpenAsync(desk.Connection, clock, settings, secret: new byte[32]));

        Assert.StartsWith("CB6131", refused.Message, StringComparison.Ordinal);
    }

    internal static List<(string Id, KeyState State)> Ring(KeysDesk desk) => [.. desk.Ring.Published.OrderByDescending(key => key.State).Select(key => (key.Id, key.State))];

    private async Task PassAsync(KeysDesk desk, TimeSpan time)
    {
        clock.Advance(time);
        await desk.LookAsync();
    }
}
