using System.Text.Json;
using CrossBorder.Adapters.Homes;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.SignIn.Upstream;

/// <summary>Reads what a home signed, by the rules of its kind. Pure: the time comes in.</summary>
internal static class HomeMessageReader
{
    private const int LongestName = 256;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>CB2070 where it is not what it should be, CB2071 where it is not of this home or not for this hub, CB2072 where its time is wrong.</summary>
    public static Outcome<HomeMessage> Read(ReadOnlyMemory<byte> payload, HomeMessageKind kind, HomeOptions home, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(payload, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, kind, home, now)
                : Malformed("It is no JSON object.");
        }
        // A half character inside a text is found only when that is read.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Malformed("It is no JSON, or has a name twice.");
        }
    }

    private static Outcome<HomeMessage> Read(JsonElement claims, HomeMessageKind kind, HomeOptions home, DateTimeOffset now)
    {
        if (TextOf(claims, "iss") != home.Authority)
            return ErrorCatalogue.HomeMessageNotForHub.With("'iss' is not this home.", "/iss");
        if (!IsFor(claims, home.ClientId))
            return ErrorCatalogue.HomeMessageNotForHub.With("'aud' does not name this hub.", "/aud");
        if (TextOf(claims, "jti") is not { } identifier)
            return Malformed("It has no 'jti'.");
        // An id token has one; section 2.4 forbids it here so that neither passes for the other.
        if (claims.TryGetProperty("nonce", out _))
            return Malformed("It has a 'nonce'.");
        if (TimeOf(claims, "iat") is not { } issued)
            return Malformed("It has no 'iat'.");
        var expires = TimeOf(claims, "exp");
        if (kind == HomeMessageKind.Logout && expires is null)
            return Malformed("It has no 'exp'.");
        if (issued - now > home.ClockSkew || now - issued > kind.MaximumAge + home.ClockSkew || now - (expires ?? now) > home.ClockSkew)
            return ErrorCatalogue.HomeMessageTimeWrong.With($"It is taken for {kind.MaximumAge}, and not after its 'exp'.");
        if (!claims.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Object
            || events.EnumerateObject().Any(member => member.Value.ValueKind != JsonValueKind.Object))
            return Malformed("It has no 'events'.");

        var told = events.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.Clone(), StringComparer.Ordinal);
        var (subject, session) = kind == HomeMessageKind.Logout
            ? (TextOf(claims, "sub"), TextOf(claims, "sid"))
            : SubjectOf(claims, home.Authority);
        if (kind == HomeMessageKind.Logout && !told.ContainsKey(HomeMessageKind.LogoutEvent))
            return Malformed("Its 'events' hold no logout.");
        return subject is null && session is null && (kind == HomeMessageKind.Logout || told.Keys.Any(HomeEvents.IsAboutSomebody))
            ? Malformed("It says of nobody.")
            : new HomeMessage(subject, session, identifier, issued, told);
    }

    /// <summary>RFC 9493: a person by issuer and subject, alone or with a session beside it.</summary>
    private static (string? Subject, string? Session) SubjectOf(JsonElement claims, string issuer)
    {
        if (!claims.TryGetProperty("sub_id", out var about) || about.ValueKind != JsonValueKind.Object)
            return (null, null);
        if (TextOf(about, "format") != "complex")
            return (PersonOf(about, issuer), null);

        var person = about.TryGetProperty("user", out var user) ? PersonOf(user, issuer) : null;
        var session = about.TryGetProperty("session", out var named) && TextOf(named, "format") == "opaque" ? TextOf(named, "id") : null;
        return (person, session);
    }

    private static string? PersonOf(JsonElement about, string issuer) =>
        TextOf(about, "format") == "iss_sub" && TextOf(about, "iss") == issuer ? TextOf(about, "sub") : null;

    private static bool IsFor(JsonElement claims, string client) => claims.TryGetProperty("aud", out var audience) && audience.ValueKind switch
    {
        JsonValueKind.String => audience.GetString() == client,
        JsonValueKind.Array => audience.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.GetString() == client),
        _ => false,
    };

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 and <= LongestName } text
            ? text
            : null;

    private static DateTimeOffset? TimeOf(JsonElement claims, string name)
    {
        if (!claims.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var seconds))
            return null;
        return seconds is >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;
    }

    private static Error Malformed(string detail) => ErrorCatalogue.HomeMessageMalformed.With(detail);
}
