using CrossBorder.Federation.Officers;

namespace CrossBorder.Federation.Audit;

/// <summary>The entry that says who looked at whose data, and why. It stands in the log before the data is shown.</summary>
internal static class PersonalDataRead
{
    public const string Kind = "personal-data.read";

    /// <param name="what">The kind of record, such as <c>review</c>.</param>
    /// <param name="reference">Its internal reference.</param>
    /// <param name="why">A word, never a text of the officer's.</param>
    public static void Record(IAuditLog audit, OfficerPresence officer, string what, string reference, string why) =>
        audit.Record(Kind, AuditActors.Officer, reference, new Dictionary<string, string>
        {
            ["actor"] = officer.Name, ["officer"] = officer.OfficerId, ["record"] = what, ["why"] = why,
        });

    /// <summary>A client fetches claims that a resident agreed to give it.</summary>
    /// <param name="resident">Whose they are, by internal reference.</param>
    /// <param name="client">The client's id.</param>
    /// <param name="scopes">What it fetches.</param>
    /// <param name="sid">The session as the client knows it.</param>
    public static void RecordFetch(IAuditLog audit, string resident, string client, IEnumerable<string> scopes, string sid) =>
        audit.Record(Kind, AuditActors.Client, resident, new Dictionary<string, string>
        {
            ["client"] = client, ["scopes"] = string.Join(' ', scopes), ["session"] = SignInOfficer.AuditReference(sid),
        });

    /// <summary>Electronic licences are looked up in a registry.</summary>
    /// <param name="resident">Whose they are, by internal reference.</param>
    /// <param name="client">For whom: a client's id, or the portal's.</param>
    /// <param name="scope">What stands in consents for it.</param>
    /// <param name="consent">The consent that it rests on.</param>
    /// <param name="kinds">The kinds of licence asked for.</param>
    public static void RecordLicences(IAuditLog audit, string resident, string client, string scope, string consent, IEnumerable<string> kinds) =>
        audit.Record(Kind, AuditActors.Client, resident, new Dictionary<string, string>
        {
            ["client"] = client, ["scopes"] = scope, ["consent"] = consent, ["licences"] = string.Join(' ', kinds.Order(StringComparer.Ordinal)),
        });
}
