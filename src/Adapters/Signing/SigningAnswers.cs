using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Signing;

namespace CrossBorder.Adapters.Signing;

/// <summary>Reads what a signing service answers (CB4004 where it has not the agreed shape).</summary>
internal static class SigningAnswers
{
    private const int MostCertificates = 6;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <param name="answer">The body.</param>
    /// <param name="service">Residents are sent to the service that was configured, wherever its answer points.</param>
    public static Outcome<SigningPlace> ReadPlace(byte[] answer, Uri service) => Read<SigningPlace>(answer, body =>
        body.GetProperty("reference").GetString() is { Length: > 0 and <= 200 } reference
        && Uri.TryCreate(body.GetProperty("address").GetString(), UriKind.Absolute, out var address)
        && Uri.Compare(address, service, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? new SigningPlace(reference, address, DateTimeOffset.FromUnixTimeSeconds(body.GetProperty("expires").GetInt64()))
            : ErrorCatalogue.PartnerAnswerMalformed.With("The signing service named no reference, or an address elsewhere."));

    public static Outcome<SigningAnswer> Read(byte[] answer) => Read<SigningAnswer>(answer, static body =>
    {
        var refusal = body.TryGetProperty("code", out var code) && code.GetString() is { Length: 6 } known && known.All(char.IsAsciiLetterOrDigit) ? known : null;
        return body.GetProperty("status").GetString() switch
        {
            "open" => new SigningAnswer(SigningStatus.Open),
            "declined" => new SigningAnswer(SigningStatus.Declined, Refusal: refusal),
            "expired" => new SigningAnswer(SigningStatus.Expired, Refusal: refusal),
            "failed" => new SigningAnswer(SigningStatus.Failed, Refusal: refusal),
            "signed" => Signed(body),
            _ => ErrorCatalogue.PartnerAnswerMalformed.With("The signing service answered with an unknown status."),
        };
    });

    private static Outcome<SigningAnswer> Signed(JsonElement body)
    {
        var certificates = new List<Certificate>();
        foreach (var encoded in body.GetProperty("certificates").EnumerateArray().Take(MostCertificates))
        {
            var parsed = Certificate.Parse(encoded.GetBytesFromBase64());
            if (!parsed.TryGetValue(out var certificate))
                return Outcome<SigningAnswer>.Refused(parsed.Errors);
            certificates.Add(certificate);
        }

        return new SigningAnswer(SigningStatus.Signed, new ResidentSignature(
            body.GetProperty("signature").GetBytesFromBase64(), certificates, DateTimeOffset.FromUnixTimeSeconds(body.GetProperty("signedAt").GetInt64())));
    }

    private static Outcome<T> Read<T>(byte[] answer, Func<JsonElement, Outcome<T>> read)
    {
        try
        {
            using var document = JsonDocument.Parse(answer, Strict);
            return read(document.RootElement);
        }
        catch (Exception fault) when (JsonFaults.IsOne(fault))
        {
            return ErrorCatalogue.PartnerAnswerMalformed.With($"The signing service’s answer has not the agreed shape ({fault.GetType().Name}).");
        }
    }
}
