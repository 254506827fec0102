using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Signals;

/// <summary>A stream as its receiver reads it (Shared Signals Framework 1.0 section 8.1.1). What it is authorised by at the receiver is not told again.</summary>
internal sealed class StreamDocument(IOptions<HubOptions> hub, IOptions<SharedSignalsOptions> options)
{
    // What the hub says of a stream: a receiver may repeat it, and may not change it.
    private static readonly string[] Ours = ["stream_id", "iss", "aud", "events_supported", "events_delivered", "min_verification_interval"];

    public JsonObject Of(SignalStream stream)
    {
        var document = new JsonObject
        {
            ["stream_id"] = stream.Id,
            ["iss"] = hub.Value.Issuer,
            ["aud"] = stream.ClientId,
            ["events_supported"] = List(SignalTypes.Offered),
            ["events_requested"] = List(stream.EventsRequested.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            ["events_delivered"] = List(stream.Delivered),
            ["delivery"] = new JsonObject
            {
                ["method"] = stream.IsPush ? DeliveryMethods.Push : DeliveryMethods.Poll,
                ["endpoint_url"] = stream.EndpointUrl ?? SignalPaths.Under(hub.Value.Issuer, SignalPaths.Poll + stream.Id),
            },
            ["min_verification_interval"] = (int)options.Value.VerifyEvery.TotalSeconds,
        };
        if (stream.Description is { } description)
            document["description"] = description;
        return document;
    }

    public static JsonObject StatusOf(SignalStream stream)
    {
        var document = new JsonObject { ["stream_id"] = stream.Id, ["status"] = stream.Status.ToString().ToLowerInvariant() };
        if (stream.StatusReason is { } reason)
            document["reason"] = reason;
        return document;
    }

    /// <summary>The first member of the hub's own that says something else; null where all agree.</summary>
    public string? Contradiction(JsonElement body, SignalStream stream)
    {
        var document = Of(stream);
        return Array.Find(Ours, name => body.TryGetProperty(name, out var said)
            && !JsonNode.DeepEquals(document[name], JsonNode.Parse(said.GetRawText())));
    }

    private static JsonArray List(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];
}
