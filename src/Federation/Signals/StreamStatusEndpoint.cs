using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Signals;

/// <summary>Whether events come, are held back, or are not kept (Shared Signals Framework 1.0 section 8.1.2).</summary>
internal static class StreamStatusEndpoint
{
    private const int LongestReason = 400;

    public static async Task<IResult> ReadAsync(HttpContext context, Receiver receiver)
    {
        var found = await receiver.StreamAsync(context.Request.Query["stream_id"]);
        return found.TryGetValue(out var stream) ? TypedResults.Json(StreamDocument.StatusOf(stream)) : Problems.From(found, context);
    }

    public static async Task<IResult> SetAsync(HttpContext context, Receiver receiver, ISignalStreams streams, TimeProvider clock)
    {
        var about = await receiver.AboutAsync();
        if (!about.TryGetValue(out var asked))
            return Problems.From(about, context);
        if (StatusOf(Receiver.TextOf(asked.Body, "status")) is not { } status)
            return Problems.From(ErrorCatalogue.EventStreamInvalid.With("It is enabled, paused or disabled.", "/status"), context);

        asked.Stream.Status = status;
        asked.Stream.StatusReason = Receiver.TextOf(asked.Body, "reason") is { Length: <= LongestReason } reason ? reason : null;
        return await streams.ChangedAsync(asked.Stream, clock.GetUtcNow(), context.RequestAborted)
            ? TypedResults.Json(StreamDocument.StatusOf(asked.Stream))
            : Problems.From(ErrorCatalogue.EventStreamUnknown.With("The stream was changed or deleted meanwhile."), context);
    }

    private static StreamStatus? StatusOf(string? word) => word switch
    {
        "enabled" => StreamStatus.Enabled,
        "paused" => StreamStatus.Paused,
        "disabled" => StreamStatus.Disabled,
        _ => null,
    };
}
