using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Tests.Applications;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Audit;

/// <summary>The log on both databases: entries are linked, signed, and nobody who writes to the database behind the hub's back stays unseen.</summary>
public sealed class AuditLinkTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Entries_of_the_hub_are_linked_and_signed_and_the_log_verifies(string database)
    {
        await using var log = await AuditDesk.OpenAsync(departments, database);
        // Beside the catalogue that every database begins with.
        await log.Applications.SubmitAsync(Requests.Complete("gd-si-001"));
        await log.RecordAsync(5);

        await log.LinkAsync();
        var (exit, output) = await log.VerifyAsync();

        Assert.True(exit == 0, output);
        Assert.Contains("7 entries stand in their order", output, StringComparison.Ordinal);
        Assert.Contains("The latest covers 7 entries", output, StringComparison.Ordinal);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Many_nodes_that_link_while_others_write_make_one_chain(string database)
    {
        await using var log = await AuditDesk.OpenAsync(departments, database, options => options.CheckpointEntries = 10);

        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => log.RecordAsync(30))).ToList();
        var linkers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!writers.TrueForAll(writer => writer.IsCompleted))
                await log.LinkAsync();
        })).ToList();
        await Task.WhenAll([.. writers, .. linkers]);
        await log.LinkAsync();
        var (exit, output) = await log.VerifyAsync();

        Assert.True(exit == 0, output);
        Assert.Contains("120 entries stand in their order", output, StringComparison.Ordinal);
        Assert.Equal(120, await log.ReadAsync(context => context.AuditEntries.Select(entry => entry.Sequence).Distinct().CountAsync()));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_changed_row_is_named(string database)
    {
        await using var log = await SignedAsync(database);
        await log.SqlAsync("""UPDATE "AuditEntries" SET "SubjectReference" = 'somebody-else' WHERE "Sequence" = 3""");
        await FailsAsync(log, "Entry 3 is not what was linked", "CB3072");
    }

    [Fact]
    public async Task A_name_that_stands_twice_in_the_details_is_a_change()
    {
        await using var log = await SignedAsync("SQLite");
        await log.SqlAsync("""UPDATE "AuditEntries" SET "Details" = '{{"decision":"other","decision":"d","rules":"1"}}' WHERE "Sequence" = 3""");
        await FailsAsync(log, "Entry 3 is not what was linked", "CB3072");
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_removed_row_is_named(string database)
    {
        await using var log = await SignedAsync(database);
        await log.SqlAsync("""DELETE FROM "AuditEntries" WHERE "Sequence" = 4""");
        await FailsAsync(log, "Entry 4 is missing", "There are 7 entries; the keeper of the log counts 8.");
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Two_rows_that_changed_places_are_named(string database)
    {
        await using var log = await SignedAsync(database);
        await log.SqlAsync("""UPDATE "AuditEntries" SET "Sequence" = 1000 WHERE "Sequence" = 2""");
        await log.SqlAsync("""UPDATE "AuditEntries" SET "Sequence" = 2 WHERE "Sequence" = 5""");
        await log.SqlAsync("""UPDATE "AuditEntries" SET "Sequence" = 5 WHERE "Sequence" = 1000""");
        await FailsAsync(log, "Entry 2 is not what was linked", "Entry 5 is not what was linked");
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task An_end_that_was_cut_off_is_found_though_the_count_was_made_to_fit(string database)
    {
        await using var log = await SignedAsync(database);
        await log.SqlAsync("""DELETE FROM "AuditEntries" WHERE "Sequence" >= 6""");
        await FailsAsync(log, "There are 6 entries; the keeper of the log counts 8.", "only 6 are there, so the end of the log was cut off");

        await log.SqlAsync("""UPDATE "AuditHeads" SET "Size" = 6""");
        await FailsAsync(log, "only 6 are there, so the end of the log was cut off", "CB3072");
    }

    [Fact]
    public async Task A_history_that_was_written_anew_with_its_hashes_is_not_the_signed_one()
    {
        await using var log = await SignedAsync("SQLite");
        await log.SqlAsync("""UPDATE "AuditEntries" SET "Sequence" = NULL, "Hash" = NULL, "ActorKind" = 'hub'""");
        await log.SqlAsync("""UPDATE "AuditHeads" SET "Size" = 0, "Last" = x'', "Frontier" = x''""");
        await log.LinkAsync();
        await FailsAsync(log, "has another root than the entries give", "CB3072");
    }

    [Fact]
    public async Task A_checkpoint_is_signed_after_so_many_entries_or_so_much_time_and_never_twice()
    {
        await using var log = await AuditDesk.OpenAsync(departments, "SQLite", options => options.CheckpointEntries = 5);
        foreach (var count in new[] { 1, 4, 1, 0 })
        {
            await log.RecordAsync(count);
            await log.LinkAsync();
            await log.LinkAsync();
        }

        var sizes = await log.ReadAsync(context => context.AuditCheckpoints.Select(checkpoint => checkpoint.Size).Distinct().Order().ToListAsync());
        // The first at once; then five behind it.
        Assert.Equal([1L, 6L], sizes);
    }

    [Fact]
    public async Task An_exported_log_is_verified_without_the_hub_and_a_spoilt_one_is_found_out()
    {
        await using var log = await SignedAsync("SQLite");
        var file = new FileInfo(Path.Combine(Path.GetTempPath(), $"audit-{Guid.NewGuid():N}.json"));
        try
        {
            var (exit, output) = await log.ExportAndVerifyAsync(file);
            Assert.True(exit == 0, output);

            (exit, output) = await log.ExportAndVerifyAsync(file, () =>
                File.WriteAllText(file.FullName, File.ReadAllText(file.FullName).Replace("subject-3", "subject-9", StringComparison.Ordinal)));
            Assert.Equal(1, exit);
            Assert.Contains("FAILED  CB3071: Entry 3 is not what was linked", output, StringComparison.Ordinal);
        }
        finally
        {
            file.Delete();
        }
    }

    [Fact]
    public async Task Code_that_changes_an_entry_or_a_checkpoint_is_stopped()
    {
        await using var log = await SignedAsync("SQLite");
        await Assert.ThrowsAsync<InvalidOperationException>(() => log.ReadAsync(async context =>
        {
            context.Remove(await context.AuditEntries.FirstAsync());
            return await context.SaveChangesAsync();
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => log.ReadAsync(async context =>
        {
            context.Remove(await context.AuditCheckpoints.FirstAsync());
            return await context.SaveChangesAsync();
        }));
    }

    /// <summary>Eight entries, all of them under a checkpoint.</summary>
    private async Task<AuditDesk> SignedAsync(string database)
    {
        var log = await AuditDesk.OpenAsync(departments, database);
        await log.RecordAsync(8);
        await log.LinkAsync();
        var (exit, output) = await log.VerifyAsync();
        Assert.True(exit == 0, output);
        return log;
    }

    private static async Task FailsAsync(AuditDesk log, params string[] said)
    {
        var (exit, output) = await log.VerifyAsync();
        Assert.Equal(1, exit);
        Assert.All(said, text => Assert.Contains(text, output, StringComparison.Ordinal));
    }
}
