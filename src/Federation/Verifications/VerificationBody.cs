using System.Text.Json;
using System.Text.Unicode;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Verifications;

/// <summary>Reads the question. What is no JSON object is unreadable (CB8003); of one, every faulty member is told at once.</summary>
internal static class VerificationBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    public static Outcome<VerificationRequest> Read(byte[] utf8, DateTimeOffset now)
    {
        try
        {
            if (!Utf8.IsValid(utf8))
                return ErrorCatalogue.RequestUnreadable.With("The body is not UTF-8.");

            using var document = JsonDocument.Parse(utf8, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new VerificationReader(document.RootElement, now).Read()
                : ErrorCatalogue.RequestUnreadable.With("The body is not a JSON object.");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Half a character in a text is found only when that text is read.
            return ErrorCatalogue.RequestUnreadable.With("The body is not JSON, is nested too deeply, names something twice or holds half a character.");
        }
    }
}
