using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Joint;

/// <summary>
/// A JWS in JSON serialization (RFC 7515 section 7.2) taken apart, before anything is believed of it. Stricter than the RFC:
/// no unprotected header and no member that it does not define, for neither would be signed.
/// </summary>
internal sealed record JointMessage(string EncodedPayload, byte[] Payload, IReadOnlyList<JointMessage.Part> Parts)
{
    public static Outcome<JointMessage> Parse(string json, int maximumSignatures) => StrictJson.Read(
        Encoding.UTF8.GetBytes(json), ErrorCatalogue.SignedContentMalformed, root => Read(root, maximumSignatures));

    private static Outcome<JointMessage> Read(JsonElement root, int maximumSignatures)
    {
        var isGeneral = root.TryGetProperty("signatures", out var signatures);
        if (Stranger(root, isGeneral ? ["payload", "signatures"] : ["payload", "protected", "signature"]) is { } stranger)
            return Refuse(stranger);
        if (root.StringOf("payload") is not { } encoded || !Base64Url.TryDecode(encoded, out var payload))
            return Refuse("The 'payload' is missing or not base64url.");
        if (!isGeneral)
            return ReadPart(root, "").Map(part => new JointMessage(encoded, payload, [part]));
        if (signatures.ValueKind != JsonValueKind.Array || signatures.GetArrayLength() is var count && (count == 0 || count > maximumSignatures))
            return Refuse($"The 'signatures' are not an array of 1 to {maximumSignatures}.");

        var parts = new List<Part>();
        foreach (var signature in signatures.EnumerateArray())
        {
            var pointer = $"/signatures/{parts.Count}";
            if (Stranger(signature, ["protected", "signature"]) is { } inside)
                return Refuse(inside, pointer);

            var part = ReadPart(signature, pointer);
            if (!part.Succeeded)
                return Outcome<JointMessage>.Refused(part.Errors);

            parts.Add(part.Value);
        }

        return new JointMessage(encoded, payload, parts);
    }

    private static Outcome<Part> ReadPart(JsonElement element, string pointer)
    {
        if (element.StringOf("protected") is not { Length: > 0 } encoded || !Base64Url.TryDecode(encoded, out var header))
            return Refuse("The 'protected' header is missing or not base64url.", pointer);
        if (element.StringOf("signature") is not { Length: > 0 } text || !Base64Url.TryDecode(text, out var signature))
            return Refuse("The 'signature' is missing or not base64url.", pointer);

        var read = JwsHeader.Parse(header);
        // A header that two readers could read differently spoils the message. A certificate that is not understood spoils its signature alone:
        // else nobody could begin to sign with a kind of key that not all others know yet.
        return !read.Succeeded && read.Error.Descriptor == ErrorCatalogue.SignedContentMalformed
            ? Refuse(read.Error.Detail, pointer)
            : new Part(pointer, encoded, read, signature);
    }

    private static string? Stranger(JsonElement element, string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return "A signature is not a JSON object.";

        foreach (var member in element.EnumerateObject())
        {
            if (member.NameEquals("header"))
                return "There is an unprotected 'header', which nobody signed.";
            if (!known.Contains(member.Name))
                return $"There is a member that does not belong beside {string.Join(", ", known)}.";
        }

        return null;
    }

    private static Error Refuse(string detail, string? pointer = null) => ErrorCatalogue.SignedContentMalformed.With(detail, pointer);

    internal sealed record Part(string Pointer, string EncodedHeader, Outcome<JwsHeader> Header, byte[] Signature);
}
