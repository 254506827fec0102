using System.Collections.Immutable;
using System.Text.Json;
using CrossBorder.Verification.Outcomes;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>What stands in a request object: who says it to whom, and the parameters of the request (RFC 9101 section 4).</summary>
internal static class RequestObjectClaims
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 12, AllowDuplicateProperties = false };

    // They belong to the JWT, or prove the client: neither is part of an authorization request.
    private static readonly HashSet<string> NoParameters = new(StringComparer.Ordinal)
    {
        Claims.Issuer, Claims.Audience, Claims.ExpiresAt, Claims.NotBefore, Claims.IssuedAt, Claims.JwtId, Claims.Subject,
        Parameters.ClientAssertion, Parameters.ClientAssertionType, Parameters.ClientSecret, RequestSeal.Parameter,
    };

    public static Outcome<RequestObject> Read(ReadOnlyMemory<byte> payload, RequestObjectVerification verification)
    {
        try
        {
            using var document = JsonDocument.Parse(payload, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, verification)
                : Refuse("It is not a JSON object.");
        }
        // Half a surrogate pair is found out only when the text is read.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Refuse("It is not well-formed JSON, too deep, or has a name twice.");
        }
    }

    private static Outcome<RequestObject> Read(JsonElement root, RequestObjectVerification verification)
    {
        if (Text(root, Parameters.ClientId) != verification.ClientId)
            return Refuse("Its client_id is not the client_id of the request.");
        if (Text(root, Claims.Issuer) != verification.ClientId)
            return Refuse("Its iss is not the client.");
        if (!IsFor(root, verification.Issuer))
            return Refuse($"Its aud is not {verification.Issuer}.");
        // RFC 9101 section 10.8: with it, it could pass for an assertion of the client.
        if (Text(root, Claims.Subject) == verification.ClientId)
            return Refuse("Its sub is the client.");
        if (root.TryGetProperty(Parameters.Request, out _) || root.TryGetProperty(Parameters.RequestUri, out _))
            return Refuse("It holds another request.");
        if (root.TryGetProperty(Claims.JwtId, out _) && Text(root, Claims.JwtId) is not { Length: > 0 and <= 200 })
            return Refuse("Its jti is not a text of 1 to 200 characters.");

        return RequestObjectTimes.Check(root, verification.Policy.RequiresSignedRequests, verification.Now).Then(expires =>
            Outcome<RequestObject>.Of(new RequestObject(
                root.EnumerateObject().Where(member => !NoParameters.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null)
                    .ToDictionary(member => member.Name, member => Parameter(member.Value), StringComparer.Ordinal),
                Text(root, Claims.JwtId),
                expires)));
    }

    private static bool IsFor(JsonElement root, string issuer) => root.TryGetProperty(Claims.Audience, out var audience) && audience.ValueKind switch
    {
        JsonValueKind.String => audience.GetString() == issuer,
        JsonValueKind.Array => audience.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.GetString() == issuer),
        _ => false,
    };

    /// <summary>Numbers and objects, such as max_age and claims, become the text that they would be in an address.</summary>
    private static OpenIddictParameter Parameter(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new OpenIddictParameter(value.GetString()),
        JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) =>
            new OpenIddictParameter(ImmutableArray.CreateRange(value.EnumerateArray().Select(one => one.GetString()))),
        _ => new OpenIddictParameter(value.GetRawText()),
    };

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static Error Refuse(string detail) => ErrorCatalogue.RequestObjectWrong.With(detail);
}
