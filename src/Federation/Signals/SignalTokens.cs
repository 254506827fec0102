using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Signals;

/// <summary>
/// Security event tokens (RFC 8417), as the Shared Signals Framework profiles them: the subject in <c>sub_id</c> (RFC 9493), neither <c>sub</c>
/// nor <c>exp</c>, so that none can pass for an id token.
/// </summary>
internal sealed class SignalTokens(ITokenKeys keys, IOptions<SignalClientsOptions> clients, IOptions<HubOptions> hub)
{
    public const string Type = "secevent+jwt";

    /// <summary>CB6138 while no key signs with the client's algorithm.</summary>
    public Outcome<string> Sign(SignalNotice notice)
    {
        var algorithm = clients.Value.Find(notice.ClientId)?.Algorithm ?? AlgorithmCatalogue.RS256.Name;
        if (keys.SignerFor(algorithm)?.Signer is not { } key)
            return ErrorCatalogue.NoKeySigns.With($"No key signs events with {algorithm} on this node now.");

        return Jws.Sign(key, Type, JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["iss"] = hub.Value.Issuer,
            ["jti"] = notice.Id,
            ["iat"] = notice.At.ToUnixTimeSeconds(),
            ["aud"] = notice.ClientId,
            ["sub_id"] = SubjectOf(notice),
            ["events"] = new JsonObject { [notice.Type] = JsonNode.Parse(notice.Content) },
        }));
    }

    private JsonObject SubjectOf(SignalNotice notice)
    {
        if (notice.Subject is not { } subject)
            return new JsonObject { ["format"] = "opaque", ["id"] = notice.StreamId };

        var user = new JsonObject { ["format"] = "iss_sub", ["iss"] = hub.Value.Issuer, ["sub"] = subject };
        // The user alone would say that all of their sessions ended (CAEP 1.0 section 3.1).
        return notice.Sid is { } sid
            ? new JsonObject { ["format"] = "complex", ["user"] = user, ["session"] = new JsonObject { ["format"] = "opaque", ["id"] = sid } }
            : user;
    }
}
