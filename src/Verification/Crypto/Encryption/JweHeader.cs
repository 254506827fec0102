using System.Text.Json;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>The members of a JWE header that are used. Those that would have us fetch something or unpack what may be a bomb are refused.</summary>
internal sealed record JweHeader(
    string Algorithm, string Encryption, string? KeyId, string? Type, string? ContentType, byte[]? EphemeralPoint, byte[] PartyU, byte[] PartyV)
{
    /// <summary>The longest <c>apu</c> or <c>apv</c> in bytes.</summary>
    public const int LongestParty = 256;

    private static readonly string[] Texts = ["alg", "enc", "kid", "typ", "cty"];

    private static readonly (string Name, string Why)[] Refused =
    [
        ("crit", "an extension that is not understood"),
        ("zip", "compressed content, whose size nobody knows beforehand"),
        ("jku", "keys to be fetched"),
        ("x5u", "certificates to be fetched"),
    ];

    public static Outcome<JweHeader> Parse(byte[] utf8) => StrictJson.Read(utf8, ErrorCatalogue.EncryptedContentMalformed, Read);

    private static Outcome<JweHeader> Read(JsonElement header)
    {
        foreach (var (name, why) in Refused)
        {
            if (header.TryGetProperty(name, out _))
                return Refuse($"The header's '{name}' asks for {why}.");
        }

        if (Texts.FirstOrDefault(name => header.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.String) is { } faulty)
            return Refuse($"The header's '{faulty}' is not a text.");
        if (header.StringOf("alg") is not { Length: > 0 } algorithm || header.StringOf("enc") is not { Length: > 0 } encryption)
            return Refuse("The header has no 'alg' or no 'enc'.");

        byte[] partyU = [], partyV = [];
        byte[]? point = null;
        if (EncryptionCatalogue.TryGetKeyManagement(algorithm, out var management) && management.Agrees)
        {
            if (!TryReadParty(header, "apu", out partyU) || !TryReadParty(header, "apv", out partyV))
                return Refuse($"The header's 'apu' or 'apv' is not base64url of at most {LongestParty} bytes.");
            if (!header.TryGetProperty("epk", out var epk)
                || !Jwk.Parse(epk.GetRawText(), withPrivate: false).TryGetValue(out var jwk) || jwk.Kind != management.Kind)
            {
                return Refuse("The header's 'epk' is not a public key on P-256.");
            }

            point = [0x04, .. jwk["x"], .. jwk["y"]];
        }

        return new JweHeader(algorithm, encryption, header.StringOf("kid"), header.StringOf("typ"), header.StringOf("cty"), point, partyU, partyV);
    }

    private static bool TryReadParty(JsonElement header, string name, out byte[] party)
    {
        party = [];
        if (!header.TryGetProperty(name, out _))
            return true;
        if (header.StringOf(name) is not { } text || !Base64Url.TryDecode(text, out var bytes) || bytes.Length > LongestParty)
            return false;

        party = bytes;
        return true;
    }

    private static Error Refuse(string detail) => ErrorCatalogue.EncryptedContentMalformed.With(detail);
}
