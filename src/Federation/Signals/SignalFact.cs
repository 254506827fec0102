using System.Text.Json.Nodes;
using CrossBorder.Federation.Accounts;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Signals;

/// <summary>Something that happened, as one client may hear of it.</summary>
/// <param name="ClientId">Who may.</param>
/// <param name="Subject">What it knows the resident by.</param>
/// <param name="Sid">What it knows the session by; null for what is about all that the resident has there.</param>
/// <param name="Type">Of <see cref="SignalTypes"/>.</param>
/// <param name="Content">The event's own members.</param>
internal sealed record SignalFact(string ClientId, string Subject, string? Sid, string Type, JsonObject Content)
{
    /// <summary>CAEP 1.0 section 3.1.</summary>
    public static SignalFact SessionRevoked(string clientId, string subject, string sid, SessionEnd cause, DateTimeOffset at) =>
        new(clientId, subject, sid, SignalTypes.SessionRevoked, Members(at, cause switch
        {
            SessionEnd.Officer => "admin",
            SessionEnd.Distrusted or SessionEnd.HomeClosed => "policy",
            SessionEnd.HomeEnded => "system",
            _ => "user",
        }));

    /// <summary>CAEP 1.0 section 3.4.</summary>
    public static SignalFact AssuranceLevelChange(
        string clientId, string subject, string sid, AssuranceLevel before, AssuranceLevel now, DateTimeOffset at)
    {
        var content = Members(at, "user");
        content["namespace"] = "urn:crossborder:loa";
        content["current_level"] = now.ToUrn();
        content["previous_level"] = before.ToUrn();
        content["change_direction"] = now > before ? "increase" : "decrease";
        return new(clientId, subject, sid, SignalTypes.AssuranceLevelChange, content);
    }

    /// <summary>CAEP 1.0 section 3.3.</summary>
    public static SignalFact CredentialChange(string clientId, string subject, CredentialChanged change, DateTimeOffset at)
    {
        var content = Members(at, change.ByResident ? "user" : "system");
        content["credential_type"] = change.Credential;
        content["change_type"] = change.Change;
        return new(clientId, subject, null, SignalTypes.CredentialChange, content);
    }

    private static JsonObject Members(DateTimeOffset at, string initiator) =>
        new() { ["event_timestamp"] = at.ToUnixTimeSeconds(), ["initiating_entity"] = initiator };
}
