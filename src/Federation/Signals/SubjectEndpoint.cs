using System.Text.Json;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Signals;

/// <summary>
/// Whom a receiver wants to hear of (Shared Signals Framework 1.0 section 8.1.3). It hears of all whom it knows until it takes one out. What it
/// knows a resident by is issuer and <c>sub</c> (RFC 9493 section 3.2.4). Any other subject, and one that is nobody's, is passed over with the
/// same answer: nobody finds out by it whether the hub knows an e-mail address or another client's subject.
/// </summary>
internal static class SubjectEndpoint
{
    public static Task<IResult> AddAsync(HttpContext context, Receiver receiver, ISignalStreams streams, IOptions<HubOptions> hub) => ChangeAsync(
        context, receiver, streams, hub, (stream, subject) => streams.HearAsync(stream, subject, context.RequestAborted), TypedResults.Ok());

    public static Task<IResult> RemoveAsync(HttpContext context, Receiver receiver, ISignalStreams streams, IOptions<HubOptions> hub) => ChangeAsync(
        context, receiver, streams, hub, (stream, subject) => streams.SilenceAsync(stream, subject, context.RequestAborted), TypedResults.NoContent());

    private static async Task<IResult> ChangeAsync(
        HttpContext context, Receiver receiver, ISignalStreams streams, IOptions<HubOptions> hub, Func<string, string, Task> change, IResult done)
    {
        var about = await receiver.AboutAsync();
        if (!about.TryGetValue(out var asked))
            return Problems.From(about, context);
        if (!asked.Body.TryGetProperty("subject", out var subject) || Receiver.TextOf(subject, "format") is not { Length: > 0 })
            return Problems.From(ErrorCatalogue.EventStreamInvalid.With("It is an object with a format (RFC 9493).", "/subject"), context);

        if (NameOf(subject, hub.Value.Issuer) is { } name && await streams.KnowsAsync(asked.Stream.ClientId, name, context.RequestAborted))
            await change(asked.Stream.Id, name);
        return done;
    }

    private static string? NameOf(JsonElement subject, string issuer) =>
        Receiver.TextOf(subject, "format") == "iss_sub" && Receiver.TextOf(subject, "iss") == issuer
        && Receiver.TextOf(subject, "sub") is { Length: > 0 and <= 128 } name
            ? name
            : null;
}
