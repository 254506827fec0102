using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Signals;

/// <summary>Has an event sent down a stream, so that its receiver sees that it works (Shared Signals Framework 1.0 section 8.1.4).</summary>
internal static class VerificationEndpoint
{
    private const int LongestState = 400;

    public static async Task<IResult> HandleAsync(
        HttpContext context, Receiver receiver, ISignalStreams streams, IOptions<SharedSignalsOptions> options, TimeProvider clock)
    {
        var about = await receiver.AboutAsync();
        if (!about.TryGetValue(out var asked))
            return Problems.From(about, context);

        var state = Receiver.TextOf(asked.Body, "state");
        if (asked.Body.TryGetProperty("state", out _) && state is not { Length: <= LongestState })
            return Problems.From(ErrorCatalogue.EventStreamInvalid.With($"It is a text of at most {LongestState} characters.", "/state"), context);

        var (stream, now) = (asked.Stream, clock.GetUtcNow());
        if (stream.AskedAt is { } asking && now - asking < options.Value.VerifyEvery)
            return TooSoon(context, options.Value.VerifyEvery - (now - asking));

        stream.AskedAt = now;
        var giveUp = now + SignalNotice.Kept;
        return await streams.TellAsync(stream, new SignalNotice
        {
            Id = Guid.NewGuid().ToString("N"),
            StreamId = stream.Id,
            ClientId = stream.ClientId,
            Type = SignalTypes.Verification,
            Content = (state is null ? [] : new JsonObject { ["state"] = state }).ToJsonString(),
            At = now,
            DueAt = stream.DueFor(now, giveUp),
            GiveUpAt = giveUp,
        }, context.RequestAborted)
            ? TypedResults.NoContent()
            : TooSoon(context, options.Value.VerifyEvery);
    }

    private static IResult TooSoon(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Problems.From(ErrorCatalogue.TooManyRequests.With($"come back in {seconds} s"), context);
    }
}
