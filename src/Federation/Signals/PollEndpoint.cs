using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Signals;

/// <summary>A receiver fetches its events (RFC 8936). What it did not acknowledge comes again.</summary>
internal static class PollEndpoint
{
    private const int MostEvents = 100;
    private const int MostSettled = 1000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    public static async Task<IResult> HandleAsync(
        string id, HttpContext context, Receiver receiver, ISignalStreams streams, SignalTokens tokens, IOptions<SharedSignalsOptions> options,
        IHostApplicationLifetime host, TimeProvider clock)
    {
        var found = await receiver.StreamAsync(id);
        if (!found.TryGetValue(out var stream))
            return Problems.From(found, context);
        if (stream.IsPush)
            return Problems.From(ErrorCatalogue.EventStreamInvalid.With("The events of this stream are posted.", "/delivery/method"), context);

        var read = (await receiver.BodyAsync()).Then(Read);
        if (!read.TryGetValue(out var poll))
            return Problems.From(read, context);

        await streams.SettleAsync(stream.Id, poll.Taken, poll.Refused, context.RequestAborted);
        var waiting = poll.Most == 0 || stream.Status != StreamStatus.Enabled
            ? []
            : await WaitingAsync(stream.Id, poll, streams, options.Value.LongPoll, clock, host.ApplicationStopping, context.RequestAborted);
        var sets = new JsonObject();
        foreach (var notice in waiting.Take(poll.Most))
            // Without a key there is nothing to give; it waits until there is one.
            if (tokens.Sign(notice).TryGetValue(out var token))
                sets[notice.Id] = token;
        return TypedResults.Json(new JsonObject { ["sets"] = sets, ["moreAvailable"] = waiting.Count > poll.Most });
    }

    private static async Task<IReadOnlyList<SignalNotice>> WaitingAsync(
        string streamId, Poll poll, ISignalStreams streams, TimeSpan longest, TimeProvider clock, CancellationToken stopping, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + (poll.AtOnce ? TimeSpan.Zero : longest);
        while (true)
        {
            var waiting = await streams.WaitingAsync(streamId, poll.Most + 1, cancellationToken);
            // A node that stops keeps nobody waiting.
            if (waiting.Count > 0 || clock.GetUtcNow() >= until || stopping.IsCancellationRequested)
                return waiting;
            await Task.Delay(LookEvery, clock, cancellationToken);
        }
    }

    private static Outcome<Poll> Read(JsonElement body)
    {
        var most = MostEvents;
        if (body.TryGetProperty("maxEvents", out var max) && (max.ValueKind != JsonValueKind.Number || !max.TryGetInt32(out most) || most < 0))
            return ErrorCatalogue.EventStreamInvalid.With("It is a number from 0.", "/maxEvents");
        if (body.TryGetProperty("returnImmediately", out var atOnce) && atOnce.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return ErrorCatalogue.EventStreamInvalid.With("It is true or false.", "/returnImmediately");

        var taken = new List<string>();
        if (body.TryGetProperty("ack", out var acks))
        {
            if (acks.ValueKind != JsonValueKind.Array || acks.GetArrayLength() > MostSettled || acks.EnumerateArray().Any(ack => ack.ValueKind != JsonValueKind.String))
                return ErrorCatalogue.EventStreamInvalid.With($"It is a list of at most {MostSettled} ids.", "/ack");
            taken.AddRange(acks.EnumerateArray().Select(ack => ack.GetString()!));
        }

        var refused = new List<string>();
        if (body.TryGetProperty("setErrs", out var errors))
        {
            if (errors.ValueKind != JsonValueKind.Object || errors.GetPropertyCount() > MostSettled)
                return ErrorCatalogue.EventStreamInvalid.With($"It is an object of at most {MostSettled} ids.", "/setErrs");
            refused.AddRange(errors.EnumerateObject().Select(error => error.Name));
        }

        return new Poll(Math.Min(most, MostEvents), atOnce.ValueKind == JsonValueKind.True, taken, refused);
    }

    private sealed record Poll(int Most, bool AtOnce, IReadOnlyCollection<string> Taken, IReadOnlyCollection<string> Refused);
}
