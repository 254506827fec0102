using CrossBorder.Federation.Accounts;

namespace CrossBorder.Federation.SignIn;

/// <summary>Whether a live session answers a request, or the resident has to sign in again.</summary>
internal static class SessionRules
{
    public static bool Suffices(VerifiedSession session, JourneyRequest request, DateTimeOffset now) =>
        session.Assurance >= request.RequiredAssurance()
        && !Asked(request.Prompt, "login")
        && !Asked(request.Prompt, "select_account")
        && (request.MaximumAge is not { } seconds || now - session.AuthenticatedAt <= TimeSpan.FromSeconds(seconds));

    private static bool Asked(string? prompt, string value) => (prompt ?? "").Split(' ').Contains(value, StringComparer.Ordinal);
}
