using System.Data.Common;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Tests.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CrossBorder.Federation.Tests.Storage;

/// <summary>The officers' list of relying parties is one question to the database, however long it is.</summary>
public sealed class RegistrationListTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const int Many = 12;
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task All_of_them_with_their_versions_come_by_one_question(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        await desk.UseAsync<HubDbContext, int>(context =>
        {
            for (var number = 0; number < Many; number++)
                Register(context, number);
            return context.SaveChangesAsync(Stop);
        });

        await desk.UseAsync<HubDbContext, bool>(async context =>
        {
            var questions = new Questions();
            await using var watched = Watched(context, questions);
            var store = new RegistrationStore(watched);

            var all = await store.ListAsync(Many - 2, Stop);
            Assert.Equal(1, questions.Asked);
            var waiting = await store.ListWaitingAsync(Many, Stop);
            Assert.Equal(2, questions.Asked);

            Assert.Equal(Enumerable.Range(2, Many - 2).Reverse().Select(Name), all.Select(one => one.Registration.ClientId));
            Assert.Equal(Enumerable.Range(0, Many).Where(number => number % 2 == 0).Select(Name), waiting.Select(one => one.Registration.ClientId));
            // The last submitted first, as for one of them.
            foreach (var one in all)
                Assert.Equal((await store.VersionsAsync(one.Registration.ClientId, Stop)).Select(version => version.Id), one.Versions.Select(version => version.Id));
            Assert.Equal(VersionState.Waiting, waiting[0].Versions[0].State);
            Assert.Equal(VersionState.InForce, waiting[0].Versions[1].State);
            return true;
        });
    }

    private static string Name(int number) => $"rp-{number:00}";

    /// <summary>One that counts; of every second one a change waits.</summary>
    private static void Register(HubDbContext context, int number)
    {
        context.Add(new Registration { ClientId = Name(number), Origin = "ticket", CreatedAt = At.AddMinutes(number), AccessTokenHash = "hash" });
        var counts = Version(At.AddMinutes(number));
        Assert.True(counts.Approve("officer-a", At).Succeeded && counts.Approve("officer-b", At).Succeeded);
        context.Add(counts);
        if (number % 2 == 0)
            context.Add(Version(At.AddHours(number + 1)));

        RegistrationVersion Version(DateTimeOffset at) => new() { Id = Guid.CreateVersion7(at), ClientId = Name(number), Metadata = "{}", SubmittedAt = at };
    }

    /// <summary>The same database, by a context that is counted.</summary>
    private static HubDbContext Watched(HubDbContext context, Questions questions)
    {
        var options = context.GetService<IDbContextOptions>();
        return options is DbContextOptions<SqliteHubDbContext> sqlite
            ? new SqliteHubDbContext(new DbContextOptionsBuilder<SqliteHubDbContext>(sqlite).AddInterceptors(questions).Options, context.Protector)
            : new PostgreSqlHubDbContext(
                new DbContextOptionsBuilder<PostgreSqlHubDbContext>((DbContextOptions<PostgreSqlHubDbContext>)options).AddInterceptors(questions).Options, context.Protector);
    }

    private sealed class Questions : DbCommandInterceptor
    {
        public int Asked { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Asked++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
