using System.Security.Cryptography;
using System.Text;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Backup;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Backup;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Testing;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Backup;

/// <summary>Trust and keys go into one file and come back out of it, or out of it comes a code.</summary>
public sealed class BackupTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite", "PostgreSQL")]
    [InlineData("PostgreSQL", "SQLite")]
    [InlineData("SQLite", "SQLite")]
    public async Task What_was_backed_up_is_restored_in_either_database_and_its_log_still_proves(string from, string to)
    {
        await using var old = await BackupDesk.OpenAsync(from);
        await using var fresh = await BackupDesk.OpenAsync(to);
        await old.FillAsync();

        var file = await old.CreateAsync();
        var restored = await fresh.RestoreAsync(file);

        Assert.True(restored.Succeeded, restored.Succeeded ? "" : restored.Error.ToString());
        Assert.Equal(await old.ContentAsync(), await fresh.ContentAsync());
        await fresh.LinkAsync();
        var log = await fresh.ProveLogAsync();
        Assert.True(log.Size > restored.Value.Manifest.Log.Size);
        await fresh.UseAsync<HubDbContext>(async context =>
        {
            // Nodes that were running take over because these numbers have grown.
            Assert.Equal(1, await context.TrustEpochs.Select(epoch => epoch.Number).SingleAsync(Stop));
            Assert.Equal(2, await context.Set<KeyEpoch>().Select(epoch => epoch.Number).SingleAsync(Stop));
            Assert.Contains(await context.AuditEntries.ToListAsync(Stop), entry => entry.Kind == "backup.restored" && entry.Sequence is not null);
            // Sealed again, with the keys of the hub that it was restored on.
            Assert.Equal(BackupDesk.Totp, (await context.Set<Officer>().SingleAsync(Stop)).TotpSecret);
        });
    }

    [Fact]
    public async Task A_database_that_holds_trust_is_replaced_only_by_the_typed_name_of_its_hub()
    {
        await using var desk = await BackupDesk.OpenAsync("SQLite");
        await desk.FillAsync();
        var file = await desk.CreateAsync();
        var before = await desk.ContentAsync();

        Assert.Equal("CB6155", (await desk.RestoreAsync(file)).Error.Code);
        Assert.Equal("CB6156", (await desk.RestoreAsync(file, replace: "hub.example")).Error.Code);
        Assert.Equal(before, await desk.ContentAsync());
        Assert.True((await desk.RestoreAsync(file, replace: "https://hub.example/")).Succeeded);
    }

    [Fact]
    public async Task A_backup_of_another_hub_is_refused()
    {
        await using var other = await BackupDesk.OpenAsync("SQLite", "https://other.example/");
        await using var desk = await BackupDesk.OpenAsync("SQLite");
        var file = await other.CreateAsync();

        Assert.Equal(ErrorCatalogue.BackupOfAnotherHub.Code, (await desk.RestoreAsync(file)).Error.Code);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task What_was_revoked_after_the_backup_stays_revoked_and_the_longer_log_stays(string database)
    {
        await using var desk = await BackupDesk.OpenAsync(database);
        await desk.FillAsync();
        var file = await desk.CreateAsync();
        await desk.UseAsync<HubDbContext>(async context =>
        {
            var now = TimeProvider.System.GetUtcNow();
            context.Add(TrustChange.RevokeNow("stolen", "Its key was stolen after the backup.", "officer-a", now).Value);
            var key = await context.Set<ManagedKey>().SingleAsync(Stop);
            Assert.True(key.Revoke(now).Succeeded);
            await context.SaveChangesAsync(Stop);
        });
        await desk.RecordAsync(2);
        await desk.LinkAsync();
        var log = await desk.ProveLogAsync();

        var restored = await desk.RestoreAsync(file, replace: "https://hub.example/");

        Assert.False(restored.Value.LogReplaced);
        Assert.Equal(new RestoreKept(2, 1, 0), restored.Value.Kept);
        await desk.UseAsync<HubDbContext>(async context =>
        {
            Assert.Equal(3, await context.TrustChanges.CountAsync(Stop));
            Assert.Contains(await context.TrustChanges.ToListAsync(Stop), change => change.Fingerprint == "stolen" && change.Counts);
            Assert.Equal(KeyState.Revoked, (await context.Set<ManagedKey>().SingleAsync(Stop)).State);
        });
        Assert.Equal(log.Last, (await desk.ProveLogAsync()).Last);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task A_revoked_key_keeps_its_emergency_and_its_successor(string database)
    {
        await using var desk = await BackupDesk.OpenAsync(database);
        await desk.FillAsync();
        var file = await desk.CreateAsync();
        string stolen = "", next = "";
        await desk.UseAsync<IServiceProvider>(async services =>
        {
            var store = services.GetRequiredService<IManagedKeyStore>();
            var tracked = (await store.TrackedAsync(Stop)).Single();
            stolen = tracked.Id;
            Assert.True(tracked.Announce(TimeProvider.System.GetUtcNow()).Then(key => key.Activate(TimeProvider.System.GetUtcNow())).Succeeded);
            Assert.True((await store.SaveAsync(Stop)).Succeeded);
            Assert.True((await services.GetRequiredService<OfficerKeys>().RevokeNowAsync(stolen, "Its file was found on another machine", "officer-a", Stop)).Succeeded);
            next = (await services.GetRequiredService<HubDbContext>().Set<ManagedKey>().SingleAsync(key => key.State == KeyState.Active, Stop)).Id;
        });
        await desk.LinkAsync();

        Assert.Equal(1, (await desk.RestoreAsync(file, replace: "https://hub.example/")).Value.Kept.RevokedKeys);

        await desk.UseAsync<HubDbContext>(async context =>
        {
            var keys = await context.Set<ManagedKey>().AsNoTracking().ToListAsync(Stop);
            Assert.Equal([(stolen, KeyState.Revoked), (next, KeyState.Active)], keys.OrderByDescending(key => key.State).Select(key => (key.Id, key.State)));
            Assert.Null(keys.Single(key => key.Id == stolen).SealedPrivate);
            var step = await context.Set<KeyStep>().AsNoTracking().SingleAsync(Stop);
            Assert.Equal((KeyStepKind.Revoke, stolen, KeyStepState.ToBeReviewed), (step.Kind, step.About, step.State));
        });
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task An_officer_who_was_disabled_after_the_backup_stays_out_and_a_passkey_that_was_removed_does_not_come_back(string database)
    {
        await using var desk = await BackupDesk.OpenAsync(database);
        await desk.FillAsync();
        var file = await desk.CreateAsync();

        await desk.UseAsync<HubDbContext>(context => context.Set<IdentityUserPasskey<string>>().ExecuteDeleteAsync(Stop));
        Assert.Equal(0, (await desk.RestoreAsync(file, replace: "https://hub.example/")).Value.Kept.OfficersKeptOut);
        await desk.UseAsync<HubDbContext>(async context =>
        {
            Assert.Null((await context.Set<Officer>().SingleAsync(Stop)).DisabledAt);
            Assert.Empty(await context.Set<IdentityUserPasskey<string>>().ToListAsync(Stop));
        });

        // One who comes in by the administration's provider has no password, and is kept out for nothing.
        await desk.UseAsync<HubDbContext>(context => context.Set<Officer>()
            .ExecuteUpdateAsync(row => row.SetProperty(officer => officer.PasswordHash, (string?)null).SetProperty(officer => officer.PersonKey, "tied"), Stop));
        Assert.Equal(0, (await desk.RestoreAsync(file, replace: "https://hub.example/")).Value.Kept.OfficersKeptOut);

        // Disabled under another account of the same name: that of the backup stays out as well.
        var disabledAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        await desk.UseAsync<HubDbContext>(async context =>
        {
            await context.Set<Officer>().ExecuteDeleteAsync(Stop);
            context.Add(new Officer
            {
                Id = "another-id", UserName = "officer-a", NormalizedUserName = "OFFICER-A", PasswordHash = "later", TotpSecret = BackupDesk.Totp,
                Role = OfficerRole.SecurityOfficer, CreatedAt = disabledAt, DisabledAt = disabledAt,
            });
            await context.SaveChangesAsync(Stop);
        });
        Assert.Equal(1, (await desk.RestoreAsync(file, replace: "https://hub.example/")).Value.Kept.OfficersKeptOut);
        await desk.UseAsync<HubDbContext>(async context =>
        {
            var officer = await context.Set<Officer>().SingleAsync(Stop);
            Assert.Equal(("another-id", disabledAt), (officer.Id, officer.DisabledAt));
            Assert.Empty(await context.Set<IdentityUserPasskey<string>>().ToListAsync(Stop));
        });
    }

    [Fact]
    public async Task A_passkey_comes_back_whole_where_its_officer_is_gone()
    {
        await using var old = await BackupDesk.OpenAsync("SQLite");
        await using var fresh = await BackupDesk.OpenAsync("PostgreSQL");
        await old.FillAsync();

        Assert.True((await fresh.RestoreAsync(await old.CreateAsync())).Succeeded);

        await fresh.UseAsync<HubDbContext>(async context =>
        {
            var passkey = await context.Set<IdentityUserPasskey<string>>().SingleAsync(Stop);
            Assert.Equal(BackupDesk.OfficerId, passkey.UserId);
            Assert.Equal(new byte[] { 1, 2, 3 }, passkey.CredentialId);
            Assert.Equal(("辦公室", 7u, "internal,usb"), (passkey.Data.Name, passkey.Data.SignCount, string.Join(',', passkey.Data.Transports!)));
            Assert.Equal(new byte[] { 4, 5 }, passkey.Data.PublicKey);
        });
    }

    [Fact]
    public async Task What_nodes_write_while_a_restore_decides_waits_and_is_not_lost()
    {
        await using var desk = await BackupDesk.OpenAsync("PostgreSQL");
        await desk.FillAsync();
        var file = await desk.CreateAsync();
        var restoring = await desk.BeginAsync();
        var epoch = 0L;
        await desk.UseAsync<HubDbContext>(async context => epoch = await context.Set<KeyEpoch>().AsNoTracking().Select(row => row.Number).SingleAsync(Stop));

        // Begun, it holds what it decides by: what other nodes link and record stands behind it until it ends.
        var linking = Task.Run(desk.LinkAsync, Stop);
        var recording = Task.Run(() => desk.RecordAsync(1), Stop);
        await Waiting.UntilAsync(async () =>
        {
            var blocked = 0;
            await desk.UseAsync<HubDbContext>(async context => blocked = await context.Database.SqlQueryRaw<int>(
                """SELECT COUNT(DISTINCT pid)::int AS "Value" FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()""").SingleAsync(Stop));
            return blocked == 2;
        }, "both stand behind it", Stop);
        Assert.False(linking.IsCompleted || recording.IsCompleted);

        await restoring.DisposeAsync();
        await Task.WhenAll(linking, recording);
        Assert.True((await desk.RestoreAsync(file, replace: "https://hub.example/")).Succeeded);
        await desk.UseAsync<HubDbContext>(async context =>
        {
            Assert.Equal(epoch + 1, await context.Set<KeyEpoch>().AsNoTracking().Select(row => row.Number).SingleAsync(Stop));
            Assert.Equal(5, await context.AuditEntries.CountAsync(entry => entry.Kind == "test.happened", Stop));
        });
    }

    [Fact]
    public async Task A_log_that_grew_apart_is_kept_in_a_file_before_it_is_replaced()
    {
        await using var old = await BackupDesk.OpenAsync("SQLite");
        await using var desk = await BackupDesk.OpenAsync("SQLite");
        await old.FillAsync();
        await desk.RecordAsync(5);
        await desk.LinkAsync();
        var file = await old.CreateAsync();
        var replaced = desk.FileOf("replaced.json");

        Assert.Equal("CB6157", (await desk.RestoreAsync(file, replace: "https://hub.example/")).Error.Code);
        Assert.True((await desk.RestoreAsync(file, replace: "https://hub.example/", keepLog: replaced)).Value.LogReplaced);
        Assert.Equal(5, Verification.Audit.AuditExport.Read(await File.ReadAllBytesAsync(replaced.FullName, Stop)).Value.Size);
        await desk.LinkAsync();
        await desk.ProveLogAsync();
        Assert.Equal("CB6158", (await old.RestoreAsync(await desk.CreateAsync(), "https://hub.example/", replaced)).Match(_ => "CB6158", errors => errors[0].Code));
    }

    [Fact]
    public async Task No_secret_stands_open_in_the_file_and_only_its_owner_reads_it()
    {
        await using var desk = await BackupDesk.OpenAsync("SQLite");
        await desk.FillAsync();

        var file = await desk.CreateAsync(withKeyFiles: true);

        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file.FullName, Stop));
        foreach (var secret in new[] { BackupDesk.Totp, BackupDesk.Passphrase, "officer-a", "PRIVATE", "TrustChanges", "manifest" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.FullName));
        Assert.Empty(Directory.GetFiles(desk.Folder, "*.partial"));
        await desk.UseAsync<HubDbContext>(async context => Assert.Contains(await context.AuditEntries.ToListAsync(Stop), entry =>
            entry.Kind == "backup.created" && entry.Details.Contains(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName))), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_backup_is_not_made_with_a_short_passphrase_nor_over_another_file()
    {
        await using var desk = await BackupDesk.OpenAsync("SQLite");
        var file = await desk.CreateAsync();

        await desk.UseAsync<CreateBackup>(async create =>
        {
            Assert.Equal("CB6150", (await create.RunAsync(desk.FileOf("new"), "fifteen letters", false, null, Stop)).Error.Code);
            Assert.Equal("CB6158", (await create.RunAsync(file, BackupDesk.Passphrase, false, null, Stop)).Error.Code);
            Assert.Equal("CB6158", (await create.RunAsync(desk.FileOf("no/folder"), BackupDesk.Passphrase, false, null, Stop)).Error.Code);
        });
        Assert.False(desk.FileOf("new").Exists);
    }

    [Fact]
    public async Task Key_files_come_out_as_they_went_in_and_without_the_switch_they_are_named_as_missing()
    {
        await using var desk = await BackupDesk.OpenAsync("SQLite");
        var with = await desk.CreateAsync(withKeyFiles: true);
        var without = await desk.CreateAsync();
        var folder = Directory.CreateDirectory(desk.PathOf("out"));
        var extract = new ExtractKeyFiles(folder);

        await using (var stream = with.OpenRead())
            Assert.True((await BackupReading.ReadAsync(stream, BackupDesk.Passphrase, extract, Stop)).Value.KeyFiles.All(file => file.Included));
        Assert.Equal(await File.ReadAllBytesAsync(desk.PathOf("keys"), Stop), await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "KeyRotation-KeyFile-keys"), Stop));
        await using (var stream = with.OpenRead())
            Assert.Equal("CB6158", (await BackupReading.ReadAsync(stream, BackupDesk.Passphrase, new ExtractKeyFiles(folder), Stop)).Error.Code);
        await using (var stream = without.OpenRead())
        {
            var manifest = (await BackupReading.ReadAsync(stream, BackupDesk.Passphrase, new NobodyVisits(), Stop)).Value;
            Assert.Contains(manifest.KeyFiles, file => file is { Setting: "KeyRotation:KeyFile", Included: false });
        }
    }

    [Fact]
    public async Task A_damaged_file_restores_nothing()
    {
        await using var old = await BackupDesk.OpenAsync("SQLite");
        await using var fresh = await BackupDesk.OpenAsync("SQLite");
        await old.FillAsync();
        var file = await old.CreateAsync();
        var bytes = await File.ReadAllBytesAsync(file.FullName, Stop);
        await File.WriteAllBytesAsync(file.FullName, bytes[..^40], Stop);
        var before = await fresh.ContentAsync();

        Assert.Equal("CB6154", (await fresh.RestoreAsync(file)).Error.Code);
        Assert.Equal("CB6153", (await fresh.RestoreAsync(file, passphrase: "another passphrase than that")).Error.Code);
        Assert.Equal(before, await fresh.ContentAsync());
    }

    [Fact]
    public async Task Every_table_is_backed_up_or_left_out_for_a_reason()
    {
        await using var desk = await BackupDesk.OpenAsync("SQLite");
        await desk.UseAsync<HubDbContext>(context =>
        {
            var tables = context.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(tables, BackedUpTables.Included.Concat(BackedUpTables.LeftOut.Keys).Order(StringComparer.Ordinal));
            // What hangs on a row in another way than as a column would be forgotten.
            Assert.All(BackedUpTables.Included, table =>
            {
                Assert.Empty(BackupRows.TypeOf(context, table)!.GetComplexProperties());
                Assert.DoesNotContain(BackupRows.TypeOf(context, table)!.GetNavigations(), navigation => navigation.TargetEntityType.IsOwned() && !BackupColumn.IsDocument(navigation));
            });
            return Task.CompletedTask;
        });
    }
}
