using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The pages that a role sees in the menu. What it may open, each page says itself.</summary>
internal static class ConsoleMenu
{
    /// <summary>Who reads alerts.</summary>
    public static readonly OfficerRole[] AlertReaders = [OfficerRole.SecurityOfficer, OfficerRole.Operator, OfficerRole.Auditor];

    private static readonly (string Address, LocalizedText Text, OfficerRole[] Roles)[] All =
    [
        ("/console", ConsoleText.Home, Enum.GetValues<OfficerRole>()),
        ("/console/alerts", AlertPageText.Alerts, AlertReaders),
        ("/console/trust", ConsoleText.Trust, [OfficerRole.SecurityOfficer, OfficerRole.Auditor]),
        ("/console/changes", ChangeText.Changes, [OfficerRole.SecurityOfficer, OfficerRole.Auditor]),
        ("/console/homes", HomeText.Title, [OfficerRole.SecurityOfficer, OfficerRole.Auditor]),
        ("/console/relying-parties", RelyingPartyText.Title, [OfficerRole.SecurityOfficer, OfficerRole.Auditor]),
        ("/console/revocation", AlertPageText.Revocation, AlertReaders),
        ("/console/reviews", ReviewText.Title, [OfficerRole.Reviewer]),
        ("/console/mandates", MandatesText.Title, [OfficerRole.Reviewer]),
        ("/console/keys", KeyText.Keys, [OfficerRole.SecurityOfficer, OfficerRole.Auditor]),
        ("/console/sessions", SessionsText.Title, [OfficerRole.SecurityOfficer]),
        ("/console/officers", OfficerText.Officers, [OfficerRole.SecurityOfficer, OfficerRole.Auditor]),
        ("/console/audit", ConsoleText.Audit, [OfficerRole.Auditor]),
        ("/console/evidence", AuditText.Evidence, [OfficerRole.Auditor]),
        ("/console/shares", SharesText.Title, [OfficerRole.Operator, OfficerRole.Auditor]),
        ("/console/deliveries", ConsoleText.Deliveries, [OfficerRole.Operator]),
        ("/console/catalogue", VersionText.Title, [OfficerRole.Operator, OfficerRole.SecurityOfficer, OfficerRole.Auditor]),
    ];

    public static IEnumerable<(string Address, LocalizedText Text)> For(OfficerRole role) =>
        from entry in All where entry.Roles.Contains(role) select (entry.Address, entry.Text);
}
