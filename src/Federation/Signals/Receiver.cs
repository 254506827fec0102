using System.Text.Json;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Signals;

/// <summary>The client that calls, and the stream that it calls about: never another client's.</summary>
internal sealed class Receiver(IHttpContextAccessor accessor, IOptions<SignalClientsOptions> clients, ISignalStreams streams)
{
    private const int LongestBody = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>Null for a token that was given for a resident, or whose client is registered no more.</summary>
    public SignalClient? Client => Context.User.FindFirst("client_id")?.Value is { } id && Context.User.FindFirst(HubClaims.SessionId) is null
        ? clients.Value.Find(id)
        : null;

    /// <summary>CB2076 where it is no JSON object of a sensible size.</summary>
    public async Task<Outcome<JsonElement>> BodyAsync()
    {
        if (await LimitedBody.ReadAsync(Context.Request, LongestBody) is not { } bytes)
            return ErrorCatalogue.EventStreamInvalid.With($"It is longer than {LongestBody} bytes.");
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            // Half a surrogate parses, and cannot be read as text: told here once.
            _ = JsonSerializer.Serialize(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : ErrorCatalogue.EventStreamInvalid.With("It is no JSON object.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return ErrorCatalogue.EventStreamInvalid.With("It is no JSON, or has a name twice.");
        }
    }

    /// <summary>The body, and the stream that it names; CB2075 where the client has no such stream.</summary>
    public async Task<Outcome<(JsonElement Body, SignalStream Stream)>> AboutAsync()
    {
        var read = await BodyAsync();
        if (!read.TryGetValue(out var body))
            return Outcome<(JsonElement, SignalStream)>.Refused(read.Errors);
        if (TextOf(body, "stream_id") is not { } id)
            return ErrorCatalogue.EventStreamInvalid.With("It names no stream.", "/stream_id");

        var found = await StreamAsync(id);
        return found.Map(stream => (body, stream));
    }

    public async Task<Outcome<SignalStream>> StreamAsync(string? id) =>
        Client is { } client && await streams.FindAsync(client.ClientId, id, Context.RequestAborted) is { } stream
            ? stream
            : ErrorCatalogue.EventStreamUnknown.With("This client has no stream of that id.");

    public static string? TextOf(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
