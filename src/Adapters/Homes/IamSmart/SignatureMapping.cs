using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>Their answer to a signing under our names. Whether the signature holds is judged where it is relied on, by the hub.</summary>
internal static class SignatureMapping
{
    private const int MostCertificates = 6;

    public static Outcome<SignedDigest> Read(JsonElement answer, IamSmartSigningSettings names)
    {
        if (BytesOf(answer, names.Signature) is not { } signature || !answer.TryGetProperty(names.Certificate, out var member))
            return ErrorCatalogue.PartnerAnswerMalformed.With("A signing was answered without signature or certificate.");

        var encoded = member.ValueKind == JsonValueKind.Array ? member.EnumerateArray().Take(MostCertificates).ToList() : [member];
        var certificates = encoded.ConvertAll(Decode);
        if (certificates.Count == 0 || certificates.Contains(null))
            return ErrorCatalogue.PartnerAnswerMalformed.With("A signing was answered with a certificate that is not base64.");
        if (!answer.TryGetProperty(names.Time, out var time) || !time.TryGetInt64(out var milliseconds))
            return ErrorCatalogue.PartnerAnswerMalformed.With("A signing was answered without a time.");

        return new SignedDigest(signature, [.. certificates.Select(der => der!)], DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
    }

    private static byte[]? BytesOf(JsonElement answer, string name) => answer.TryGetProperty(name, out var member) ? Decode(member) : null;

    private static byte[]? Decode(JsonElement member) =>
        member.ValueKind == JsonValueKind.String && member.TryGetBytesFromBase64(out var bytes) ? bytes : null;
}
