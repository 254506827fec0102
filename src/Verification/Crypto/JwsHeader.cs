using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// The members of a JWS header that are used. <c>jwk</c>, <c>jku</c> and <c>x5u</c> are not: a message does not choose the key it is verified with.
/// </summary>
internal sealed record JwsHeader(string Algorithm, string Type, string? KeyId, IReadOnlyList<Certificate> Chain)
{
    private const int LongestChain = 6;

    public static Outcome<JwsHeader> Parse(byte[] utf8) => StrictJson.Read(utf8, ErrorCatalogue.SignedContentMalformed, Read);

    private static Outcome<JwsHeader> Read(JsonElement header)
    {
        if (header.TryGetProperty("crit", out _))
            return Refuse("The header asks for an extension (crit) that is not understood.");
        if (header.StringOf("alg") is not { Length: > 0 } algorithm)
            return Refuse("The header has no 'alg'.");

        return ReadChain(header).Map(chain => new JwsHeader(algorithm, header.StringOf("typ") ?? "", header.StringOf("kid"), chain));
    }

    private static Outcome<IReadOnlyList<Certificate>> ReadChain(JsonElement header)
    {
        if (!header.TryGetProperty("x5c", out var x5c))
            return Outcome<IReadOnlyList<Certificate>>.Of([]);
        if (x5c.ValueKind != JsonValueKind.Array || x5c.GetArrayLength() is 0 or > LongestChain)
            return Refuse($"The header's 'x5c' is not an array of 1 to {LongestChain} certificates.");

        var chain = new List<Certificate>();
        foreach (var item in x5c.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !item.TryGetBytesFromBase64(out var der))
                return Refuse("The header's 'x5c' holds something other than base64.");

            var certificate = Certificate.Parse(der);
            if (!certificate.Succeeded)
                return Outcome<IReadOnlyList<Certificate>>.Refused(certificate.Errors);

            chain.Add(certificate.Value);
        }

        return Outcome<IReadOnlyList<Certificate>>.Of(chain);
    }

    private static Error Refuse(string detail) => ErrorCatalogue.SignedContentMalformed.With(detail);
}
