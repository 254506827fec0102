using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Verification.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Audit;

/// <summary>A desk whose log links when the test says so.</summary>
internal sealed class AuditDesk(ApplicationsDesk desk) : IAsyncDisposable
{
    public static async Task<AuditDesk> OpenAsync(DepartmentsRunning departments, string database, Action<AuditOptions>? settings = null) =>
        new(await ApplicationsDesk.OpenAsync(departments, database, worker: false, more: services =>
        {
            if (settings is not null)
                services.Configure(settings);
        }));

    /// <summary>As many entries, each in a transaction of its own.</summary>
    public async Task RecordAsync(int count)
    {
        for (var number = 0; number < count; number++)
            await desk.UseAsync<HubDbContext, int>(async context =>
            {
                // The log and the context are of one scope.
                context.Add(new AuditEntry
                {
                    At = TimeProvider.System.GetUtcNow(), Kind = "link.confirmed", ActorKind = AuditActors.Resident,
                    SubjectReference = $"subject-{number}", Details = """{"decision":"d","rules":"1"}""",
                });
                return await context.SaveChangesAsync();
            });
    }

    public Task LinkAsync() => desk.Services.GetRequiredService<AuditLinker>().LinkAsync(default);

    public Task<TResult> ReadAsync<TResult>(Func<HubDbContext, Task<TResult>> read) => desk.UseAsync(read);

    public Task SqlAsync(string sql) => desk.UseAsync<HubDbContext, int>(context => context.Database.ExecuteSqlRawAsync(sql));

    public async Task<(int Exit, string Output)> VerifyAsync(string? witness = null)
    {
        using var output = new StringWriter();
        var exit = await desk.UseAsync<AuditReading, int>(async reading =>
            await AuditCommand.VerifyDatabaseAsync(reading, Trust.Current.TrustList, witness, output, default));
        return (exit, output.ToString());
    }

    public async Task<(int Exit, string Output)> ExportAndVerifyAsync(FileInfo file, Action? spoil = null)
    {
        using var output = new StringWriter();
        await desk.UseAsync<AuditReading, int>(reading => AuditCommand.ExportAsync(reading, file, output, default));
        spoil?.Invoke();
        var exit = await AuditCommand.VerifyFileAsync(file, Trust.Current.TrustList, null, output, default);
        return (exit, output.ToString());
    }

    public Task<AuditContents> ContentsAsync() => desk.UseAsync<AuditReading, AuditContents>(reading => reading.ReadAsync(default));

    public Federation.Trust.ITrustSnapshot Trust => desk.Services.GetRequiredService<Federation.Trust.ITrustSnapshot>();

    public ApplicationsDesk Applications => desk;

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
