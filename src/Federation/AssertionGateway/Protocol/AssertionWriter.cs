using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.AssertionGateway.Hosting;
using CrossBorder.Federation.AssertionGateway.Visits;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.AssertionGateway.Protocol;

/// <summary>Turns a complete visit into a signed identity assertion, in the form that every home of the hub sends.</summary>
internal sealed class AssertionWriter(GatewaySigner signer, IOptions<GatewayOptions> options, TimeProvider clock)
{
    private const string Type = "cross-border-identity+jws";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>As RFC 8176 names them: a key in hardware that the resident's presence unlocks; proved twice after a step-up.</summary>
    public static IReadOnlyList<string> MethodsOf(Visit visit) => visit.SteppedUp ? ["hwk", "user", "mfa"] : ["hwk", "user"];

    public string Write(Visit visit, string audience, string? nonce)
    {
        var now = clock.GetUtcNow();
        return Jws.Sign(signer.Key, Type, JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["iss"] = options.Value.Issuer,
            ["aud"] = audience,
            ["sub"] = visit.Grant!.Subject,
            ["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["nonce"] = nonce,
            ["auth_time"] = visit.AuthenticatedAt.ToUnixTimeSeconds(),
            ["acr"] = visit.Level.ToUrn(),
            ["amr"] = new JsonArray([.. MethodsOf(visit).Select(method => JsonValue.Create(method))]),
            ["identity"] = Identity(visit.Person),
        }));
    }

    private static JsonObject Identity(DisclosedPerson person)
    {
        var documents = new JsonArray(Document(DocumentTypes.HongKongIdentityCard, person.IdentityCard!));
        if (person.HomeReturnPermit is { } permit)
            documents.Add(Document(DocumentTypes.HomeReturnPermit, permit));
        var identity = new JsonObject
        {
            ["family_name"] = person.FamilyName,
            ["given_name"] = person.GivenName,
            ["birthdate"] = person.Birthdate,
            ["gender"] = person.Gender,
            ["documents"] = documents,
        };
        foreach (var (name, value) in new[] { ("name_zh_hant", person.HanName), ("phone_number", person.PhoneNumber), ("email", person.Email) })
            if (value is not null)
                identity[name] = value;
        return identity;
    }

    private static JsonObject Document(string type, string number) => new() { ["type"] = type, ["number"] = number };
}
