using System.Globalization;
using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>The payload of a receipt, read but not yet judged.</summary>
internal sealed record ReceiptPayload(
    string Delivery, string Department, bool Accepted, string? Reference, string? Reason, DateTimeOffset ReceivedAt, string Digest)
{
    public static Outcome<ReceiptPayload> Read(ReadOnlyMemory<byte> utf8) => StrictJson.Read(utf8, ErrorCatalogue.ReceiptMalformed, Read);

    private static Outcome<ReceiptPayload> Read(JsonElement payload)
    {
        var errors = new List<Error>();
        var delivery = Text("delivery");
        var department = Text("department");
        var digest = Text("digest");
        var outcome = Text("outcome");
        if (outcome is not ("" or "accepted" or "rejected"))
            errors.Add(ErrorCatalogue.ReceiptMalformed.With("'outcome' is accepted or rejected.", "/outcome"));
        var receivedText = Text("receivedAt");
        if (!DateTimeOffset.TryParse(receivedText, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var receivedAt) && receivedText.Length > 0)
            errors.Add(ErrorCatalogue.ReceiptMalformed.With("'receivedAt' is a time (RFC 3339).", "/receivedAt"));

        return errors.Count == 0
            ? new ReceiptPayload(
                delivery, department, outcome == "accepted", payload.StringOf("reference"), payload.StringOf("reason"), receivedAt.ToUniversalTime(), digest)
            : Outcome<ReceiptPayload>.Refused(errors);

        string Text(string name)
        {
            if (payload.StringOf(name) is { Length: > 0 and <= 255 } text)
                return text;

            errors.Add(ErrorCatalogue.ReceiptMalformed.With($"'{name}' is a string of 1 to 255 characters.", "/" + name));
            return "";
        }
    }
}
