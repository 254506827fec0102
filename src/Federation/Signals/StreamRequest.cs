using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Signals;

/// <summary>What a receiver says of a stream (Shared Signals Framework 1.0 section 8.1.1). What it left out is null.</summary>
internal sealed record StreamRequest(string? Method, string? EndpointUrl, string? AuthorizationHeader, IReadOnlyList<string>? Events, string? Description)
{
    private const int MostEvents = 50;
    private const int LongestText = 1000;

    /// <summary>CB2076 where it is no configuration, or wants what is not offered.</summary>
    /// <param name="body">A JSON object.</param>
    /// <param name="client">Whose stream it is.</param>
    public static Outcome<StreamRequest> Read(JsonElement body, SignalClient client)
    {
        var request = new StreamRequest(null, null, null, null, null);
        if (body.TryGetProperty("delivery", out var delivery))
        {
            if (ReadDelivery(delivery, client) is not { Succeeded: true } read)
                return Fault("/delivery", "It needs a method that is offered; to be posted to, an endpoint_url that this client registered.");
            request = read.Value;
        }

        if (body.TryGetProperty("events_requested", out var events))
        {
            if (events.ValueKind != JsonValueKind.Array || events.GetArrayLength() > MostEvents
                || events.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String || item.GetString() is not { Length: > 0 and <= 200 } name || name.Contains(' ', StringComparison.Ordinal)))
                return Fault("/events_requested", "It is a list of event types.");
            request = request with { Events = [.. events.EnumerateArray().Select(item => item.GetString()!).Distinct(StringComparer.Ordinal)] };
        }

        if (body.TryGetProperty("description", out var description))
        {
            if (description.ValueKind != JsonValueKind.String || description.GetString()!.Length > LongestText)
                return Fault("/description", $"It is a text of at most {LongestText} characters.");
            request = request with { Description = description.GetString() };
        }

        return request;
    }

    private static Outcome<StreamRequest> ReadDelivery(JsonElement delivery, SignalClient client)
    {
        var fault = ErrorCatalogue.EventStreamInvalid.With("", "/delivery");
        if (delivery.ValueKind != JsonValueKind.Object || TextOf(delivery, "method") is not { } method)
            return fault;
        if (method == DeliveryMethods.Poll)
            return new StreamRequest(method, null, null, null, null);

        var header = TextOf(delivery, "authorization_header");
        return method == DeliveryMethods.Push && TextOf(delivery, "endpoint_url") is { } address && client.EventEndpoints.Contains(address)
            && (header is null || (header.Length <= LongestText && !header.Any(char.IsControl)))
            ? new StreamRequest(method, address, header, null, null)
            : fault;
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Error Fault(string pointer, string detail) => ErrorCatalogue.EventStreamInvalid.With(detail, pointer);
}
