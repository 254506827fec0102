using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>
/// Software statements (RFC 7591 section 2.3): what a publisher whom the operators know says of its software. Judged by the registered keys of
/// that publisher and by nothing that the statement brings along.
/// </summary>
internal sealed class SoftwareStatements
{
    private const int Longest = 32 * 1024;
    private const string Pointer = "/software_statement";
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    // RFC 7591 knows no type for it. Other JWTs have one of their own, which is refused here.
    private static readonly string[] Types = ["software-statement+jwt", "JWT", ""];

    private readonly Dictionary<string, ClientKeySet> publishers;
    private readonly string hub;
    private readonly TimeProvider clock;

    public SoftwareStatements(IOptions<RegistrationOptions> options, IOptions<HubOptions> hub, SettingsPaths paths, TimeProvider clock)
    {
        this.hub = hub.Value.Issuer;
        this.clock = clock;
        publishers = options.Value.Publishers.ToDictionary(
            publisher => publisher.Issuer, publisher => ClientKeySet.Read(publisher.Issuer, paths.Resolve(publisher.JwksFile)).Value, StringComparer.Ordinal);
    }

    /// <summary>CB2113 where it does not hold, CB2114 where its publisher is unknown.</summary>
    public Outcome<SoftwareStatement> Verify(string compact)
    {
        // Only the registered keys of some publisher verify; which of them, its own signed iss says afterwards.
        var last = ErrorCatalogue.SoftwarePublisherUnknown.With("No publisher of software is registered here.");
        foreach (var (issuer, keys) in publishers)
        {
            var verified = Verify(compact, keys);
            if (verified.TryGetValue(out var content))
                return JsonBody.Read(content.Payload, ErrorCatalogue.SoftwareStatementInvalid).Then(claims => Read(claims, issuer));
            // What the publisher whose key it names finds wrong is not lost because the next one does not know the key.
            if (verified.Error.Code != ErrorCatalogue.SigningKeyUnknown.Code)
                last = ErrorCatalogue.SoftwareStatementInvalid.With($"{verified.Error.Code} {verified.Error.Detail}", Pointer);
            else if (last.Code != ErrorCatalogue.SoftwareStatementInvalid.Code)
                last = ErrorCatalogue.SoftwarePublisherUnknown.With("It is signed with no key of a publisher that is registered here.", Pointer);
        }

        return last;
    }

    private static Outcome<SignedContent> Verify(string compact, ClientKeySet keys)
    {
        Outcome<SignedContent> outcome = null!;
        foreach (var type in Types)
        {
            outcome = SignedContent.Verify(compact, new SignedContentPolicy
            {
                Type = type, Algorithms = AlgorithmPolicy.Default.NamesFor(SignatureUse.ClientAssertions), RegisteredKeys = keys.Keys, MaximumLength = Longest,
            });
            if (outcome.Succeeded || outcome.Error.Code != ErrorCatalogue.ContentTypeWrong.Code)
                break;
        }

        return outcome;
    }

    private Outcome<SoftwareStatement> Read(JsonElement claims, string issuer)
    {
        var now = clock.GetUtcNow();
        if (claims.TextOf("iss") != issuer)
            return Refuse("Its iss is not the publisher whose key signed it.");
        if (claims.TryGetProperty("aud", out var audience) && !IsFor(audience))
            return Refuse("Its aud is another hub.");
        if (claims.TextOf("software_id") is not { Length: > 0 and <= 100 })
            return Refuse("It has no software_id of 1 to 100 characters.");
        if (Time(claims, "exp") is not { } ends || ends <= now)
            return Refuse("Its exp is missing or over.");
        if (Time(claims, "iat") > now + Ahead || Time(claims, "nbf") > now + Ahead)
            return Refuse("Its iat or nbf is in the future.");
        return new SoftwareStatement(issuer, claims);
    }

    // RFC 7519 section 4.1.3: one name or several, of which we must be one.
    private bool IsFor(JsonElement audience) => audience.ValueKind switch
    {
        JsonValueKind.String => audience.ValueEquals(hub),
        JsonValueKind.Array => audience.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(hub)),
        _ => false,
    };

    private static DateTimeOffset? Time(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number
        && member.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static Error Refuse(string detail) => ErrorCatalogue.SoftwareStatementInvalid.With(detail, Pointer);
}

/// <summary>A software statement whose signature holds.</summary>
internal sealed record SoftwareStatement(string Publisher, JsonElement Claims)
{
    // What a JWT says of itself, and not of the software.
    private static readonly string[] OfTheToken = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

    /// <summary>The registration as the publisher has it: its values take the place of what the developer sent (RFC 7591 section 2.3).</summary>
    public JsonElement Over(JsonElement body)
    {
        var merged = JsonObject.Create(body)!.DeepClone().AsObject();
        foreach (var claim in Claims.EnumerateObject().Where(claim => !OfTheToken.Contains(claim.Name)).OrderBy(claim => claim.Name, StringComparer.Ordinal))
        {
            // A name that the publisher gives is not to be replaced by a translation that it did not give.
            foreach (var variant in merged.Select(member => member.Key).Where(name => name.StartsWith(claim.Name + "#", StringComparison.Ordinal)).ToList())
                merged.Remove(variant);
            merged[claim.Name] = JsonNode.Parse(claim.Value.GetRawText());
        }

        return JsonSerializer.SerializeToElement(merged);
    }
}
