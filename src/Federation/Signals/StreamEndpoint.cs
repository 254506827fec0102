using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Signals;

/// <summary>The stream configuration end point (Shared Signals Framework 1.0 section 8.1.1).</summary>
internal static class StreamEndpoint
{
    public static async Task<IResult> CreateAsync(HttpContext context, Receiver receiver, ISignalStreams streams, StreamDocument documents, TimeProvider clock)
    {
        if (receiver.Client is not { } client)
            return Problems.From(ErrorCatalogue.ScopeMissing.With("Streams are a client's own, under a token of its own."), context);

        var read = (await receiver.BodyAsync()).Then(body => StreamRequest.Read(body, client));
        if (!read.TryGetValue(out var request))
            return Problems.From(read, context);

        var stream = new SignalStream
        {
            Id = Guid.NewGuid().ToString("N"), ClientId = client.ClientId, EventsRequested = "", CreatedAt = clock.GetUtcNow(),
        };
        Replace(stream, request);
        return await streams.AddAsync(stream, context.RequestAborted)
            ? TypedResults.Json(documents.Of(stream), statusCode: StatusCodes.Status201Created)
            : Problems.From(ErrorCatalogue.EventStreamExists.With("This client has a stream: change it, or delete it first."), context);
    }

    /// <summary>One stream by <c>stream_id</c>; without it a list of all.</summary>
    public static async Task<IResult> ReadAsync(HttpContext context, Receiver receiver, ISignalStreams streams, StreamDocument documents)
    {
        if (context.Request.Query["stream_id"].ToString() is { Length: > 0 } id)
        {
            var found = await receiver.StreamAsync(id);
            return found.TryGetValue(out var stream) ? TypedResults.Json(documents.Of(stream)) : Problems.From(found, context);
        }

        var all = receiver.Client is { } client ? await streams.ListAsync(client.ClientId, context.RequestAborted) : [];
        return TypedResults.Json(all.Select(documents.Of).ToArray());
    }

    /// <summary>PATCH: what is left out stays.</summary>
    public static Task<IResult> UpdateAsync(HttpContext context, Receiver receiver, ISignalStreams streams, StreamDocument documents, TimeProvider clock) =>
        ChangeAsync(context, receiver, streams, documents, clock, Merge);

    /// <summary>PUT: what is left out is as for a new stream.</summary>
    public static Task<IResult> ReplaceAsync(HttpContext context, Receiver receiver, ISignalStreams streams, StreamDocument documents, TimeProvider clock) =>
        ChangeAsync(context, receiver, streams, documents, clock, Replace);

    public static async Task<IResult> DeleteAsync(HttpContext context, Receiver receiver, ISignalStreams streams)
    {
        var found = await receiver.StreamAsync(context.Request.Query["stream_id"]);
        if (!found.TryGetValue(out var stream))
            return Problems.From(found, context);

        await streams.RemoveAsync(stream, context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext context, Receiver receiver, ISignalStreams streams, StreamDocument documents, TimeProvider clock, Action<SignalStream, StreamRequest> change)
    {
        var about = await receiver.AboutAsync();
        if (!about.TryGetValue(out var asked))
            return Problems.From(about, context);
        if (documents.Contradiction(asked.Body, asked.Stream) is { } ours)
            return Problems.From(ErrorCatalogue.EventStreamInvalid.With("This is the hub's to say.", "/" + ours), context);

        var read = StreamRequest.Read(asked.Body, receiver.Client!);
        if (!read.TryGetValue(out var request))
            return Problems.From(read, context);

        change(asked.Stream, request);
        return await streams.ChangedAsync(asked.Stream, clock.GetUtcNow(), context.RequestAborted)
            ? TypedResults.Json(documents.Of(asked.Stream))
            : Problems.From(ErrorCatalogue.EventStreamUnknown.With("The stream was changed or deleted meanwhile."), context);
    }

    private static void Replace(SignalStream stream, StreamRequest request)
    {
        stream.EndpointUrl = request.EndpointUrl;
        stream.AuthorizationHeader = request.AuthorizationHeader;
        stream.EventsRequested = string.Join(' ', request.Events ?? SignalTypes.Offered);
        stream.Description = request.Description;
    }

    private static void Merge(SignalStream stream, StreamRequest request)
    {
        if (request.Method is not null)
        {
            stream.EndpointUrl = request.EndpointUrl;
            stream.AuthorizationHeader = request.AuthorizationHeader;
        }

        if (request.Events is { } events)
            stream.EventsRequested = string.Join(' ', events);
        stream.Description = request.Description ?? stream.Description;
    }
}
