using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>The header that makes a repetition harmless.</summary>
internal static class IdempotencyHeader
{
    private const string Name = "Idempotency-Key";

    public static Outcome<string> Read(HttpContext context) => context.Request.Headers[Name] is [{ Length: > 0 } key]
        ? key
        : ErrorCatalogue.IdempotencyKeyMissing.With($"The header {Name} is missing.");
}
