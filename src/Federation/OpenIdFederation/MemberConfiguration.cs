using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>What a member says of itself, verified by the keys that were admitted for it.</summary>
/// <param name="Signed">As it came.</param>
/// <param name="Metadata">Of the type as which it was admitted.</param>
/// <param name="Expires">When it stops to hold.</param>
internal sealed record MemberConfiguration(string Signed, JsonObject Metadata, DateTimeOffset Expires)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Pure; CB2139 where it does not hold.</summary>
    public static Outcome<MemberConfiguration> Verify(string signed, FederationMember member, string hub, DateTimeOffset now)
    {
        // Without a registered key any message would be taken that brings a certificate of its own.
        if (member.Keys.Count == 0)
            return Refuse("No key that signs was admitted for it.");
        var verified = SignedContent.Verify(signed, new SignedContentPolicy
        {
            Type = Statements.Type, Algorithms = [.. FederationKeys.Algorithms], RegisteredKeys = [.. member.Keys],
        });
        return verified.Succeeded
            ? Read(verified.Value.Payload, signed, member, hub, now)
            : ErrorCatalogue.FederationChainBroken.With($"{verified.Error.Code} {verified.Error.Detail}");
    }

    private static Outcome<MemberConfiguration> Read(ReadOnlyMemory<byte> payload, string signed, FederationMember member, string hub, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(payload, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, signed, member, hub, now)
                : Refuse("It is not a JSON object.");
        }
        // Half a surrogate pair is found out only when the text is read.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Refuse("It is not well-formed JSON, too deep, or has a name twice.");
        }
    }

    private static Outcome<MemberConfiguration> Read(JsonElement claims, string signed, FederationMember member, string hub, DateTimeOffset now)
    {
        if (Text(claims, "iss") != member.Id || Text(claims, "sub") != member.Id)
            return Refuse("Its iss and sub are not both the member.");
        if (Moment(claims, "iat") is not { } issued || issued > now + Skew || Moment(claims, "exp") is not { } expires || expires <= now)
            return Refuse("It is not of now.");
        if (!claims.TryGetProperty("authority_hints", out var hints) || hints.ValueKind != JsonValueKind.Array
            || !hints.EnumerateArray().Any(hint => hint.ValueKind == JsonValueKind.String && FederationMembers.AreSame(hint.GetString()!, hub)))
            return Refuse("Its authority_hints do not name this hub.");
        // Section 3.1.1 and 6.1: what must be understood and is not; and what superiors alone may say.
        if (claims.TryGetProperty("crit", out _) || claims.TryGetProperty("metadata_policy", out _))
            return Refuse("It has critical extensions, or a policy of its own.");
        return claims.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
            && metadata.TryGetProperty(member.Type, out var own) && own.ValueKind == JsonValueKind.Object
            ? new MemberConfiguration(signed, JsonObject.Create(own.Clone())!, expires)
            : Refuse($"It has no metadata as {member.Type}.");
    }

    private static DateTimeOffset? Moment(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetInt64(out var seconds)
            && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static Error Refuse(string detail) => ErrorCatalogue.FederationChainBroken.With(detail);
}
