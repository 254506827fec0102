using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Witnesses;
using CrossBorder.Federation.Audit.Witnesses;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CrossBorder.Federation.Tests.Audit;

/// <summary>Ways to cheat the log that only a witness outside shows, done by somebody who owns the database and the hub's signing key.</summary>
public sealed class WitnessTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-witness-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task An_honest_log_agrees_with_its_witness(string database)
    {
        await using var log = await WitnessedAsync(database);
        await log.RecordAsync(3);
        await log.LinkAsync();
        var (exit, output) = await log.VerifyAsync(folder.FullName);
        Assert.True(exit == 0, output);
        Assert.Contains("that the witness keeps are of this log", output, StringComparison.Ordinal);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task An_end_that_was_cut_off_with_its_checkpoints_is_found_by_the_witness_alone(string database)
    {
        await using var log = await WitnessedAsync(database);
        await log.SqlAsync("""DELETE FROM "AuditEntries" WHERE "Sequence" >= 4""");
        await log.SqlAsync("""DELETE FROM "AuditCheckpoints" WHERE "Size" > 4""");
        await log.SqlAsync("""UPDATE "AuditHeads" SET "Size" = 4, "CheckpointSize" = 4""");

        var (unseen, alone) = await log.VerifyAsync();
        Assert.True(unseen == 0, alone);
        await FailsAsync(log, "CB3072", "so the end of the log was cut off", "are not among those of this log");
    }

    [Fact]
    public async Task A_log_that_was_written_anew_and_signed_with_the_stolen_key_is_found_by_the_witness_alone()
    {
        await using var log = await WitnessedAsync("SQLite");
        await log.SqlAsync("""DELETE FROM "AuditCheckpoints" """);
        await log.SqlAsync("""UPDATE "AuditEntries" SET "Sequence" = NULL, "Hash" = NULL, "SubjectReference" = 'somebody-else'""");
        await log.SqlAsync("""UPDATE "AuditHeads" SET "Size" = 0, "Last" = x'', "Frontier" = x'', "CheckpointSize" = 0, "CheckpointAt" = NULL""");
        await log.LinkAsync();

        var (unseen, alone) = await log.VerifyAsync();
        Assert.True(unseen == 0, alone);
        await FailsAsync(log, "CB3072", "has another root than the entries give");
    }

    [Fact]
    public async Task An_entry_that_was_put_in_with_all_after_it_relinked_and_signed_is_found_by_the_witness_alone()
    {
        await using var log = await WitnessedAsync("SQLite");
        await log.RecordAsync(1);
        // The new entry takes the first's id, and so its place, in a log made anew.
        await log.SqlAsync("""UPDATE "AuditEntries" SET "Id" = -1 WHERE "Sequence" IS NULL""");
        await log.SqlAsync("""DELETE FROM "AuditCheckpoints" """);
        await log.SqlAsync("""UPDATE "AuditEntries" SET "Sequence" = NULL, "Hash" = NULL""");
        await log.SqlAsync("""UPDATE "AuditHeads" SET "Size" = 0, "Last" = x'', "Frontier" = x'', "CheckpointSize" = 0, "CheckpointAt" = NULL""");
        await log.LinkAsync();

        var (unseen, alone) = await log.VerifyAsync();
        Assert.True(unseen == 0, alone);
        await FailsAsync(log, "CB3072", "has another root than the entries give");
    }

    [Fact]
    public async Task A_checkpoint_that_somebody_laid_into_the_witness_s_folder_is_told_apart()
    {
        await using var log = await WitnessedAsync("SQLite");
        var file = folder.GetFiles()[0].FullName;
        var parts = (await File.ReadAllTextAsync(file, Stop)).Split('.');
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "checkpoint-9.jws"), $"{parts[0]}.{parts[1][..^4]}AAAA.{parts[2]}", Stop);
        await FailsAsync(log, "FAILED", "Checkpoint");
    }

    [Fact]
    public async Task A_witness_that_kept_nothing_proves_nothing_CB6142()
    {
        await using var log = await WitnessedAsync("SQLite");
        foreach (var file in folder.GetFiles())
            file.Delete();
        await FailsAsync(log, "CB6142");
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_a_witness_missed_is_handed_over_later_in_order_and_nothing_twice(string database)
    {
        await using var log = await AuditDesk.OpenAsync(departments, database, options => options.CheckpointEntries = 2);
        var witness = new Forgetful();
        var desk = Desk(log, witness);
        witness.IsDown = true;
        foreach (var count in new[] { 1, 2, 2 })
        {
            await log.RecordAsync(count);
            await log.LinkAsync();
            await desk.HandOverAsync(Stop);
        }

        Assert.Empty(witness.Kept);
        witness.IsDown = false;
        await desk.HandOverAsync(Stop);
        await desk.HandOverAsync(Stop);

        Assert.Equal([1L, 3, 5], witness.Kept.Distinct());
        Assert.Equal(witness.Kept.Order(), witness.Kept);
        Assert.Equal("countersigned", (await log.ReadAsync(context => context.Set<WitnessHandover>().Select(row => row.Answer).Distinct().ToListAsync(Stop))).Single());
    }

    [Fact]
    public void A_witness_that_is_neither_folder_nor_safe_address_stops_the_start()
    {
        var options = new WitnessesOptions();
        options.Witnesses.Add(new WitnessOptions { Name = "http", Address = "http://elsewhere.test/" });
        options.Witnesses.Add(new WitnessOptions { Name = "http", Folder = "/nowhere/at/all" });
        options.Witnesses.Add(new WitnessOptions());
        using var services = new ServiceCollection().AddLogging().AddAuditWitnesses((_, path) => path).BuildServiceProvider();

        var faults = services.GetServices<Microsoft.Extensions.Options.IValidateOptions<WitnessesOptions>>().Single().Validate(null, options).Failures!.ToList();

        Assert.Contains(faults, fault => fault.Contains("Audit:Witnesses:0 needs an Address that is https", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("Audit:Witnesses:1 names a Folder that is not there", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("Audit:Witnesses:2 needs a Folder or an Address", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("names 'http' twice", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Two checkpoints, over four entries and over eight, both with a witness.</summary>
    private async Task<AuditDesk> WitnessedAsync(string database)
    {
        var log = await AuditDesk.OpenAsync(departments, database, options => options.CheckpointEntries = 4);
        var desk = Desk(log, new Folder(folder.FullName));
        for (var round = 0; round < 2; round++)
        {
            await log.RecordAsync(4);
            await log.LinkAsync();
            await desk.HandOverAsync(Stop);
        }

        return log;
    }

    private static WitnessDesk Desk(AuditDesk log, IAuditWitness witness) => new(
        new Witnesses(witness), log.Applications.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLogger<WitnessDesk>.Instance);

    private async Task FailsAsync(AuditDesk log, params string[] said)
    {
        var (exit, output) = await log.VerifyAsync(folder.FullName);
        Assert.Equal(1, exit);
        Assert.All(said, text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    private sealed class Witnesses(IAuditWitness witness) : IAuditWitnesses
    {
        public IReadOnlyList<IAuditWitness> All => [witness];
    }

    private sealed class Folder(string path) : IAuditWitness
    {
        public string Name => "folder";

        public async Task<Outcome<string>> HandOverAsync(WitnessedCheckpoint checkpoint, CancellationToken cancellationToken)
        {
            await File.WriteAllTextAsync(Path.Combine(path, $"{checkpoint.Size}-{checkpoint.KeyId}.jws"), checkpoint.Compact, cancellationToken);
            return "";
        }
    }

    private sealed class Forgetful : IAuditWitness
    {
        public string Name => "forgetful";

        public bool IsDown { get; set; }

        public List<long> Kept { get; } = [];

        public Task<Outcome<string>> HandOverAsync(WitnessedCheckpoint checkpoint, CancellationToken cancellationToken)
        {
            if (IsDown)
                return Task.FromResult<Outcome<string>>(ErrorCatalogue.WitnessUnreachable.With("Down."));
            Kept.Add(checkpoint.Size);
            return Task.FromResult<Outcome<string>>("countersigned");
        }
    }
}
