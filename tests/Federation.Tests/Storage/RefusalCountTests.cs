using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Tests.Applications;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Storage;

/// <summary>Refusals are counted by one statement, on either database.</summary>
public sealed class RefusalCountTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(8));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Each_of_many_at_once_reaches_a_number_of_its_own_since_the_same_moment(string database)
    {
        const int Many = 20;
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);

        var counted = await Task.WhenAll(Enumerable.Range(0, Many).Select(second => CountAsync("flood", At.AddSeconds(second))));

        Assert.Equal(Enumerable.Range(1, Many), counted.Select(one => one.Count).Order());
        var since = Assert.Single(counted.Select(one => one.Since).Distinct());
        Assert.InRange(since, At, At.AddSeconds(Many));
        // A clock that is behind makes none look quiet.
        Assert.Equal((Many + 1, since), await CountAsync("flood", At.AddMinutes(-5)));
        Assert.Equal(At.AddSeconds(Many - 1), await desk.UseAsync<HubDbContext, DateTimeOffset>(context => context.Set<RefusalCount>().Select(row => row.LastAt).SingleAsync(Stop)));
        Assert.Equal((1, At), await CountAsync("another", At));

        Task<(int Count, DateTimeOffset Since)> CountAsync(string subject, DateTimeOffset at) =>
            desk.UseAsync<HubDbContext, (int, DateTimeOffset)>(context => new RefusalCountStore(context).CountAsync("officer.refused", subject, at, Stop));
    }
}
