using System.Text.Json;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.Signals;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Sessions;
using CrossBorder.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Signals;

/// <summary>A receiver of events that does not answer keeps no other one waiting, however much waits for it.</summary>
public sealed class SlowReceiverTests(SessionsDesk desk) : IClassFixture<SessionsDesk>
{
    private const string Slow = "yueshangtong", Quick = "yueshengshi";

    [Fact]
    public async Task One_that_holds_every_answer_has_its_share_of_the_hands_and_the_other_hears_meanwhile()
    {
        var (slow, quick) = (await StreamAsync(Slow, desk.OtherEvents), await StreamAsync(Quick, desk.Events));
        var answered = new TaskCompletionSource();
        desk.OtherEvents.Held = answered.Task;
        try
        {
            await TellAsync([.. Enumerable.Range(0, 40).Select(_ => NoticeFor(Slow, slow))]);
            await Waiting.UntilAsync(() => desk.OtherEvents.Got.Count >= 4, "the slow one has its hands full", SessionsDesk.Stop);
            await TellAsync([.. Enumerable.Range(0, 10).Select(_ => NoticeFor(Quick, quick))]);

            await Waiting.UntilAsync(() => desk.Events.Got.Count >= 10, "the quick one hears of all of it", SessionsDesk.Stop);

            // Of 16 hands at most a quarter is on the slow one; none of the forty was answered.
            var waiting = (await desk.RowsAsync<SignalNotice>()).Where(notice => notice.ClientId == Slow).ToList();
            Assert.All(waiting, notice => Assert.NotEqual(NoticeStatus.Confirmed, notice.Status));
            Assert.InRange(waiting.Count(notice => notice.LeaseOwner is not null), 0, 4);
        }
        finally
        {
            answered.SetResult();
        }
    }

    private static SignalNotice NoticeFor(string client, string stream)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new SignalNotice
        {
            Id = Guid.NewGuid().ToString("N"), StreamId = stream, ClientId = client, Type = SignalTypes.Verification, Content = "{}", At = now, DueAt = now, GiveUpAt = now.AddHours(1),
        };
    }

    private async Task TellAsync(IReadOnlyList<SignalNotice> notices)
    {
        await using var scope = desk.HubServices.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        context.AddRange(notices);
        await context.SaveChangesAsync(SessionsDesk.Stop);
    }

    private async Task<string> StreamAsync(string client, EventListener listener)
    {
        var token = await desk.ClientTokenAsync(client);
        var body = new { delivery = new { method = "urn:ietf:rfc:8935", endpoint_url = listener.Address } };
        var (status, stream) = await desk.CallAsync(token, HttpMethod.Post, "signals/streams", body);
        Assert.True(status == 201, JsonSerializer.Serialize(stream));
        return stream.GetProperty("stream_id").GetString()!;
    }
}
