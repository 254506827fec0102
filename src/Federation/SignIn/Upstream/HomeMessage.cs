using System.Text.Json;

namespace CrossBorder.Federation.SignIn.Upstream;

/// <summary>What a home said, once its signature holds and it is known to be meant for this hub.</summary>
/// <param name="Subject">What the home calls the person; null where it names a session alone.</param>
/// <param name="Session">What it calls its session; null where it means all of the person's.</param>
/// <param name="Identifier">Its <c>jti</c>.</param>
/// <param name="IssuedAt">When it was signed.</param>
/// <param name="Events">By type.</param>
internal sealed record HomeMessage(
    string? Subject, string? Session, string Identifier, DateTimeOffset IssuedAt, IReadOnlyDictionary<string, JsonElement> Events);
