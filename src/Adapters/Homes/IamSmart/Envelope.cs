using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>The outside of a message: a code, and what is sealed. Content keys travel in the clear part, wrapped.</summary>
/// <param name="Code">How it went.</param>
/// <param name="SecretKey">A wrapped content key; null where the one of <c>getKey</c> was used.</param>
/// <param name="Content">What is sealed; null where there is none.</param>
/// <param name="Plain">The member <c>content</c> where it is an object: only of <c>getKey</c>.</param>
internal sealed record Envelope(string Code, string? SecretKey, string? Content, JsonElement? Plain)
{
    /// <summary>Messages are small; more is read from nobody.</summary>
    public const int MostBytes = 64 * 1024;

    public static Outcome<Envelope> Read(ReadOnlyMemory<byte> utf8) =>
        MessageJson.Read<Envelope>(utf8, static message =>
        {
            if (message.TextOf("code") is not { Length: > 0 and <= 16 } code || !code.All(char.IsAsciiLetterOrDigit))
                return ErrorCatalogue.PartnerAnswerMalformed.With("A message of iAM Smart bears no code.");
            message.TryGetProperty("content", out var content);
            return new Envelope(
                code,
                message.TextOf("secretKey"),
                message.TextOf("content"),
                content.ValueKind == JsonValueKind.Object ? content.Clone() : null);
        });
}
