using CrossBorder.Federation.Audit;

namespace CrossBorder.Federation.Officers;

/// <summary>Ends a session for every copy of its cookie.</summary>
internal sealed class SignOutOfficer(IOfficers officers, IAuditLog audit)
{
    public async Task SignOutAsync(OfficerPresence presence, CancellationToken cancellationToken)
    {
        if (!await officers.EndAsync(presence.SessionId, cancellationToken))
            return;

        audit.Record("officer.signed-out", AuditActors.Officer, presence.OfficerId,
            new Dictionary<string, string> { ["session"] = SignInOfficer.AuditReference(presence.SessionId) });
        await officers.SaveAsync(cancellationToken);
    }
}
