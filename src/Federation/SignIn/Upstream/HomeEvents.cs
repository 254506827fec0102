using System.Text.Json;
using CrossBorder.Federation.Signals;

namespace CrossBorder.Federation.SignIn.Upstream;

/// <summary>The events of a home that mean something here (CAEP 1.0 and RISC 1.0). Others are taken and change nothing.</summary>
internal static class HomeEvents
{
    private const string Risk = "https://schemas.openid.net/secevent/risc/event-type/";

    private static readonly HashSet<string> Ending = new(StringComparer.Ordinal)
    {
        HomeMessageKind.LogoutEvent, SignalTypes.SessionRevoked,
        Risk + "account-disabled", Risk + "account-purged", Risk + "credential-compromise", Risk + "sessions-revoked",
    };

    public static bool IsAboutSomebody(string type) => Ending.Contains(type) || type == SignalTypes.CredentialChange;

    /// <summary>Whether sign-ins that came from there end. A credential that was taken away ends them; one that was added or renewed does not.</summary>
    public static bool Ends(HomeMessage message) =>
        message.Events.Keys.Any(Ending.Contains) || CredentialOf(message) is { Change: "revoke" or "delete" };

    /// <summary>What changed of what the person signs in with there; null where nothing did, or it is not said in known words.</summary>
    public static CredentialChanged? CredentialOf(HomeMessage message) =>
        message.Events.TryGetValue(SignalTypes.CredentialChange, out var content)
        && content.TryGetProperty("change_type", out var change) && change.ValueKind == JsonValueKind.String
        && change.GetString() is "create" or "update" or "revoke" or "delete"
        && content.TryGetProperty("credential_type", out var credential) && credential.ValueKind == JsonValueKind.String
        && credential.GetString() is { Length: > 0 and <= 100 } kind
            ? new CredentialChanged(kind, change.GetString()!, ByResident: false)
            : null;
}
