using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Officers;

/// <summary>An invitation that went to the wrong person, or is no longer wanted, lets nobody in from now on.</summary>
internal sealed class VoidInvitation(IOfficerInvitations invitations, IOfficers officers, IAuditLog audit)
{
    /// <summary>CB6069 where none is open for that name.</summary>
    public async Task<Outcome<OfficerInvitation>> VoidAsync(string name, OfficerPresence? by, CancellationToken cancellationToken)
    {
        if ((await invitations.OpenAsync(cancellationToken)).FirstOrDefault(open => open.Name == name) is not { } invitation)
            return ErrorCatalogue.OfficerStateUnfit.With("There is no open invitation for that name.");

        await invitations.VoidAsync(name, cancellationToken);
        audit.Record("officer.invitation-voided", by is null ? AuditActors.Hub : AuditActors.Officer, invitation.OfficerId ?? "invitation", new Dictionary<string, string>
        {
            ["role"] = invitation.Role.ToString(), ["by"] = by?.OfficerId ?? "command-line",
        });
        return await officers.SaveAsync(cancellationToken)
            ? invitation
            : ErrorCatalogue.OfficerStateUnfit.With("Somebody joined with it at the same moment.");
    }
}
