using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Identity;

/// <summary>Reads the payload of an assertion. All malformed members are told at once (CB3029), each with its pointer.</summary>
internal sealed class IdentityAssertionReader
{
    private const int LongestIdentifier = 255;
    private static readonly DateTimeOffset Latest = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly JsonElement payload;
    private readonly List<Error> errors = [];

    private IdentityAssertionReader(JsonElement payload) => this.payload = payload;

    public static Outcome<IdentityAssertion> Read(ReadOnlyMemory<byte> utf8) =>
        StrictJson.Read(utf8, ErrorCatalogue.AssertionMalformed, payload => new IdentityAssertionReader(payload).Read());

    private Outcome<IdentityAssertion> Read()
    {
        var assertion = new IdentityAssertion
        {
            Issuer = Text("iss"),
            Audiences = Texts("aud", singleAllowed: true, required: true),
            Subject = Text("sub"),
            Identifier = Text("jti"),
            IssuedAt = Time("iat") ?? default,
            Expires = Time("exp") ?? default,
            NotBefore = Time("nbf", required: false),
            Nonce = payload.StringOf("nonce"),
            AuthenticatedAt = Time("auth_time") ?? default,
            Assurance = payload.StringOf("acr"),
            Methods = Texts("amr", singleAllowed: false, required: false),
            Person = Person(),
        };
        return errors.Count == 0 ? assertion : Outcome<IdentityAssertion>.Refused(errors);
    }

    private string Text(string name)
    {
        if (payload.StringOf(name) is { Length: > 0 and <= LongestIdentifier } text)
            return text;

        Refuse(name, $"is a string of 1 to {LongestIdentifier} characters");
        return "";
    }

    private IReadOnlyList<string> Texts(string name, bool singleAllowed, bool required)
    {
        if (!payload.TryGetProperty(name, out var member))
        {
            if (required)
                Refuse(name, "is required");
            return [];
        }

        if (singleAllowed && member.ValueKind == JsonValueKind.String)
            return [member.GetString()!];
        if (member.ValueKind == JsonValueKind.Array && member.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return [.. member.EnumerateArray().Select(item => item.GetString()!)];

        Refuse(name, "is an array of strings");
        return [];
    }

    /// <summary>NumericDate (RFC 7519 section 2).</summary>
    private DateTimeOffset? Time(string name, bool required = true)
    {
        if (!payload.TryGetProperty(name, out var member))
        {
            if (required)
                Refuse(name, "is required");
            return null;
        }

        if (member.ValueKind == JsonValueKind.Number && member.TryGetDouble(out var seconds)
            && seconds >= 0 && seconds <= Latest.ToUnixTimeSeconds())
        {
            return DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        }

        Refuse(name, "is a number of seconds since 1970");
        return null;
    }

    private JsonElement Person()
    {
        if (payload.TryGetProperty("identity", out var person) && person.ValueKind == JsonValueKind.Object)
            return person.Clone();

        Refuse("identity", "is an object");
        return default;
    }

    private void Refuse(string name, string rule) => errors.Add(ErrorCatalogue.AssertionMalformed.With($"'{name}' {rule}.", "/" + name));
}
