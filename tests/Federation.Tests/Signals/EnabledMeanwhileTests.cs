using CrossBorder.Federation.Signals;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Tests.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Signals;

/// <summary>An event and the change of its stream, at the same moment.</summary>
public sealed class EnabledMeanwhileTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Client = "yueshengshi";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_was_written_while_its_stream_was_being_enabled_goes_out_and_what_is_held_back_for_good_reason_does_not(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false, more: services =>
        {
            services.AddScoped<ISignalStreams, SignalStreamStore>();
            services.AddSingleton<HeldBackWorker>();
        });
        var fact = SignalFact.CredentialChange(Client, "subject", new CredentialChanged("pin", "update", false), Now);
        await desk.UseAsync<ISignalStreams, bool>(streams => streams.AddAsync(new SignalStream
        {
            Id = "stream", ClientId = Client, EndpointUrl = "https://receiver.example.test/events", EventsRequested = fact.Type, Status = StreamStatus.Paused, CreatedAt = Now,
        }, Stop));

        await using (var scope = desk.Services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
            await using var writing = await context.Database.BeginTransactionAsync(Stop);
            await context.AddSignalsAsync([fact], Now, Stop);
            await context.SaveChangesAsync(Stop);
            if (database == "PostgreSQL")
            {
                Assert.True(await ChangeAsync(desk, StreamStatus.Enabled));
                await writing.CommitAsync(Stop);
            }
            else
            {
                // Here one of the two waits for the other; what is done about the row that may be left behind is the same.
                await writing.CommitAsync(Stop);
                await context.Set<SignalStream>().ExecuteUpdateAsync(row => row.SetProperty(stream => stream.Status, StreamStatus.Enabled), Stop);
            }
        }

        var held = await NoticeAsync(desk);
        Assert.Equal(held.GiveUpAt, held.DueAt);
        await LookAsync(desk);
        Assert.InRange((await NoticeAsync(desk)).DueAt, held.At, Now);

        Assert.True(await ChangeAsync(desk, StreamStatus.Paused));
        await LookAsync(desk);
        Assert.Equal(held.GiveUpAt, (await NoticeAsync(desk)).DueAt);
    }

    private static Task LookAsync(ApplicationsDesk desk) => desk.Services.GetRequiredService<HeldBackWorker>().LookAsync(Stop);

    private static Task<bool> ChangeAsync(ApplicationsDesk desk, StreamStatus status) => desk.UseAsync<ISignalStreams, bool>(async streams =>
    {
        var stream = (await streams.FindAsync(Client, "stream", Stop))!;
        stream.Status = status;
        return await streams.ChangedAsync(stream, Now, Stop);
    });

    private static Task<SignalNotice> NoticeAsync(ApplicationsDesk desk) =>
        desk.UseAsync<HubDbContext, SignalNotice>(context => context.Set<SignalNotice>().AsNoTracking().SingleAsync(Stop));
}
