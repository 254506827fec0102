using CrossBorder.Federation.Homes;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Tests.Applications;

namespace CrossBorder.Federation.Tests.Homes;

/// <summary>Which sign-ins end with their home.</summary>
public sealed class OrphanedSessionTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Those_of_a_home_that_the_settings_name_again_live_on_and_keep_no_others_waiting(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var now = TimeProvider.System.GetUtcNow();
        var orphans = await desk.UseAsync<HubDbContext, IReadOnlyList<OrphanedSession>>(async context =>
        {
            context.AddRange(Ended("again", now), Ended("gone", now));
            // More of them than are looked at in one go, and all before the one that is to end.
            context.AddRange(SignedIn("a1", "again", now), SignedIn("a2", "again", now), SignedIn("b", "gone", now), SignedIn("c", "never-ended", now));
            await context.SaveChangesAsync(Stop);
            return await new HomeProviderStore(context, TimeProvider.System).OrphansAsync(["again"], 2, Stop);
        });

        Assert.Equal(new OrphanedSession("b", "resident", "gone"), Assert.Single(orphans));
    }

    private static HomeProvider Ended(string scheme, DateTimeOffset now)
    {
        var home = HomeProvider.Propose(scheme, "{}", "officer-a", now);
        Assert.True(home.Approve("officer-b", now).Then(_ => home.AskForEnd("officer-a")).Then(_ => home.End("officer-b", now)).Succeeded);
        return home;
    }

    private static Session SignedIn(string id, string home, DateTimeOffset now) => new()
    {
        Id = id, ResidentId = "resident", Home = home, Assurance = "high", Methods = "face", AuthenticatedAt = now, CreatedAt = now,
        ExpiresAt = now.AddDays(1), SeenAt = now, Identity = "{}", Assertion = "a",
    };
}
