using System.Security.Claims;

namespace CrossBorder.Federation.Officers;

/// <summary>The scheme of officers, apart from that of residents, and what its principal holds.</summary>
internal static class OfficerScheme
{
    public const string Name = "officer";

    private const string Session = "officer_session";
    private const string Id = "officer_id";
    private const string Called = "officer_name";
    private const string Role = "officer_role";

    public static ClaimsPrincipal Principal(OfficerPresence presence) => new(new ClaimsIdentity(
        [new(Session, presence.SessionId), new(Id, presence.OfficerId), new(Called, presence.Name), new(Role, presence.Role.ToString())],
        Name, Called, Role));

    /// <summary>Null for anybody who did not sign in as an officer.</summary>
    public static OfficerPresence? Presence(ClaimsPrincipal? principal) =>
        principal?.Identities.FirstOrDefault(identity => identity.AuthenticationType == Name) is { } identity
        && identity.FindFirst(Session)?.Value is { } session && identity.FindFirst(Id)?.Value is { } id
        && identity.FindFirst(Called)?.Value is { } name && Enum.TryParse<OfficerRole>(identity.FindFirst(Role)?.Value, out var role)
            ? new OfficerPresence(session, id, name, role)
            : null;
}
