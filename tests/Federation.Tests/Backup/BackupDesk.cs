using System.Text.Json;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Backup;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Backup;
using CrossBorder.Federation.Tests.Hosting;
using CrossBorder.Federation.Tests.Trust;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Testing.Databases;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Backup;

/// <summary>A hub that does not serve, with trust and keys in its database; its key files are of its own.</summary>
internal sealed class BackupDesk : IAsyncDisposable
{
    public const string Passphrase = "seven quiet rivers under one bridge";
    public const string OfficerId = "officer-a-id";
    public const string Totp = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-backup-");
    private readonly WebApplication app;

    private BackupDesk(string? connection, string issuer)
    {
        var settings = SettingsThatHold.In(folder.FullName);
        settings["Hub:Issuer"] = issuer;
        if (connection is not null)
            settings["Database:ConnectionString"] = connection;
        File.WriteAllText(PathOf("hub.json"), JsonSerializer.Serialize(settings));
        app = HubHost.Build("--settings", PathOf("hub.json"), "--environment", "Production");
    }

    public string Folder => folder.FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<BackupDesk> OpenAsync(string database, string issuer = "https://hub.example/")
    {
        string? connection = null;
        if (database == "PostgreSQL")
        {
            var server = await PostgreSqlServer.FindAsync();
            Assert.SkipWhen(server is null, PostgreSqlServer.Missing);
            connection = await server.CreateDatabaseAsync();
        }

        var desk = new BackupDesk(connection, issuer);
        await desk.UseAsync<HubDbContext>(context => context.Database.MigrateAsync(Stop));
        return desk;
    }

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public FileInfo FileOf(string name) => new(PathOf(name));

    /// <summary>A row of each kind, and a log with linked and waiting entries.</summary>
    public async Task FillAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var authority = TestAuthority.Create("CN=In the backup");
        await UseAsync<HubDbContext>(async context =>
        {
            context.Add(TrustChange.Propose(new TrustProposal(TrustChangeKind.Admit, authority.Sha256Thumbprint, "It wrote to us on paper.", null, TimeSpan.FromHours(2)), "officer-a", now).Value);
            context.Add(TrustChange.RevokeNow("gone", "Its key was stolen at night.", "officer-b", now).Value);
            context.Add(new TrustCertificate
            {
                Fingerprint = authority.Sha256Thumbprint, Encoded = authority.Der.ToArray(), Name = "一間機構", Role = CertificateRole.Anchor,
                Party = "", Jurisdiction = "HK", Purposes = "AssertionSigning", AddedAt = now,
            });
            context.Add(new Officer { Id = OfficerId, UserName = "officer-a", NormalizedUserName = "OFFICER-A", PasswordHash = "hash", TotpSecret = Totp, Role = OfficerRole.SecurityOfficer, CreatedAt = now });
            context.Add(new RevocationListRow { Name = "list", Encoded = [1, 2, 3], ThisUpdate = now, NextUpdate = now.AddDays(1), FetchedAt = now });
            context.Add(new IdentityUserPasskey<string>
            {
                CredentialId = [1, 2, 3], UserId = OfficerId,
                Data = new IdentityPasskeyData
                {
                    PublicKey = [4, 5], Name = "辦公室", CreatedAt = now, SignCount = 7, Transports = ["internal", "usb"], IsUserVerified = true,
                    IsBackupEligible = false, IsBackedUp = false, AttestationObject = [6], ClientDataJson = [7],
                },
            });
            await context.SaveChangesAsync(Stop);
        });
        await UseAsync<IManagedKeyStore>(async store =>
        {
            store.Add(app.Services.GetRequiredService<KeySealer>().Make(new KeyLine(KeyUses.Tokens, "ES256"), now).Value);
            Assert.True((await store.SaveAsync(Stop)).Succeeded);
        });
        await RecordAsync(3);
        await LinkAsync();
        await RecordAsync(1);
    }

    public Task RecordAsync(int count) => UseAsync<IServiceProvider>(async services =>
    {
        for (var i = 0; i < count; i++)
            services.GetRequiredService<IAuditLog>().Record("test.happened", AuditActors.Hub, $"subject-{i}", new Dictionary<string, string> { ["number"] = $"{i}" });
        await services.GetRequiredService<HubDbContext>().SaveChangesAsync(Stop);
    });

    public Task LinkAsync() => app.Services.GetRequiredService<AuditLinker>().LinkAsync(Stop);

    public async Task<FileInfo> CreateAsync(bool withKeyFiles = false)
    {
        var file = FileOf($"{Guid.NewGuid():N}.backup");
        await UseAsync<CreateBackup>(async create =>
        {
            var created = await create.RunAsync(file, Passphrase, withKeyFiles, null, Stop);
            Assert.True(created.Succeeded, created.Succeeded ? "" : created.Error.ToString());
        });
        file.Refresh();
        return file;
    }

    public async Task<Outcome<RestoreReport>> RestoreAsync(FileInfo file, string? replace = null, FileInfo? keepLog = null, string passphrase = Passphrase)
    {
        Outcome<RestoreReport>? outcome = null;
        await UseAsync<RestoreBackup>(async restore => outcome = await restore.RunAsync(file, passphrase, replace, keepLog, null, Stop));
        return outcome!;
    }

    /// <summary>All that a backup holds of this database, apart from the numbers that a restore raises and the entries that tell of it.</summary>
    public async Task<string> ContentAsync()
    {
        using var text = new StringWriter();
        await UseAsync<HubDbContext>(async context =>
        {
            foreach (var table in BackedUpTables.Included.Except(["TrustEpochs", "KeyEpochs", "AuditHeads"]))
            {
                var lines = new List<string>();
                await foreach (var row in BackupRows.ReadAsync(context, BackupRows.TypeOf(context, table)!))
                    lines.Add(string.Join('|', row.Select(value => value.ToString())));
                // PostgreSQL keeps microseconds: the hundreds of nanoseconds of SQLite are cut off.
                text.WriteLine($"{table}\n{string.Join('\n', lines.Where(line => !line.Contains("backup.", StringComparison.Ordinal)).Select(Moments.Cut).Order(StringComparer.Ordinal))}");
            }
        });
        return text.ToString();
    }

    /// <summary>The log as an auditor reads it: every hash is computed again.</summary>
    public async Task<AuditHead> ProveLogAsync()
    {
        AuditHead? head = null;
        await UseAsync<IServiceProvider>(async services =>
        {
            var contents = await services.GetRequiredService<AuditReading>().ReadAsync(Stop);
            var chain = new Verification.Audit.AuditChain(contents.Hash);
            foreach (var entry in contents.Entries)
                Assert.Equal(entry.Hash, chain.Append(entry.Record).Hash);
            head = await services.GetRequiredService<IAuditLinks>().HeadAsync(Stop);
            Assert.Equal(head.Size, chain.Size);
        });
        return head!;
    }

    /// <summary>A restore that has begun and goes no further, until it is disposed.</summary>
    public async Task<IAsyncDisposable> BeginAsync()
    {
        var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IRestoredTables>().BeginAsync(Stop);
        return scope;
    }

    public async Task UseAsync<TService>(Func<TService, Task> use)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
