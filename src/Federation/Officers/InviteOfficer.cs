using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers;

/// <summary>Makes a way in for one officer, and tells its code once.</summary>
internal sealed class InviteOfficer(UserManager<Officer> users, IOfficerInvitations invitations, IOfficers officers, IAuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<string>> InviteAsync(string name, OfficerRole role, CancellationToken cancellationToken, OfficerPresence? by = null)
    {
        if (name.Length is 0 or > 64 || name.Any(character => !users.Options.User.AllowedUserNameCharacters.Contains(character, StringComparison.Ordinal)))
            return ErrorCatalogue.OfficerNameRefused.With("A name holds small letters, digits, dots and hyphens.");
        if (await users.FindByNameAsync(name) is not null)
            return ErrorCatalogue.OfficerNameRefused.With("An officer of that name is there already.");

        // One name has one code: an earlier one, perhaps for another role, is void.
        await invitations.VoidAsync(name, cancellationToken);
        var code = InvitationCode.New();
        invitations.Add(new OfficerInvitation
        {
            CodeHash = InvitationCode.Hash(code),
            Name = name,
            Role = role,
            TotpSecret = Totp.NewSecret(),
            ExpiresAt = clock.GetUtcNow() + OfficerInvitation.Lifetime,
        });
        audit.Record("officer.invited", by is null ? AuditActors.Hub : AuditActors.Officer, "invitation", new Dictionary<string, string>
        {
            ["role"] = role.ToString(), ["by"] = by?.OfficerId ?? "command-line",
        });
        return await officers.SaveAsync(cancellationToken)
            ? Outcome<string>.Of(code)
            : ErrorCatalogue.OfficerStateUnfit.With("Somebody invited the same officer at the same moment.");
    }
}
