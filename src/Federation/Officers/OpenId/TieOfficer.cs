using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>Ties an account to one person of the provider, for good: an invited one as they join, one with a password as they first sign in.</summary>
internal sealed class TieOfficer(
    IOfficers officers, IOfficerInvitations invitations, UserManager<Officer> users, BeginOfficerSession begin, IAuditLog audit,
    OfficerWays ways, IOptions<OfficersOptions> options, TimeProvider clock)
{
    /// <summary>CB6053 for an invitation that holds no more, CB6076 where it is for another role, CB6077 for a person who is an officer already.</summary>
    public async Task<Outcome<OfficerPresence>> JoinAsync(string invitationHash, ProvedPerson person, string from, CancellationToken cancellationToken)
    {
        if (await invitations.FindByHashAsync(invitationHash, cancellationToken) is not { } invitation)
            return ErrorCatalogue.OfficerInvitationRefused.With("The code is unknown, used or too old.");
        if (invitation.Role != person.Role)
            return ErrorCatalogue.OfficerRoleChanged.With($"invited as {invitation.Role}, {person.Role} at the provider");

        var officer = invitation.OfficerId is { } id ? await users.FindByIdAsync(id) : new Officer
        {
            UserName = invitation.Name, Role = invitation.Role, TotpSecret = Totp.NewSecret(), CreatedAt = clock.GetUtcNow(),
        };
        if (officer is null or { DisabledAt: not null })
            return ErrorCatalogue.OfficerInvitationRefused.With("The account is not waiting for it.");
        if (await BelongsElsewhereAsync(officer, person, cancellationToken))
            return Taken;

        officer.PersonKey = person.Key;
        if (invitation.OfficerId is null && !(await users.CreateAsync(officer)).Succeeded)
            return ErrorCatalogue.OfficerInvitationRefused.With("The name is taken.");
        invitation.UsedAt = clock.GetUtcNow();
        audit.Record(invitation.OfficerId is null ? "officer.created" : "officer.joined-again", AuditActors.Hub, officer.Id, new Dictionary<string, string>
        {
            ["role"] = officer.Role.ToString(), ["by"] = SignInByProvider.By,
        });
        var presence = begin.Begin(officer, SignInByProvider.By, from, options.Value.OpenId.SessionLifetime);
        return await officers.SaveAsync(cancellationToken) ? presence : Taken;
    }

    /// <summary>CB6077 for a person who is another officer or an account that is another person's, CB6076 for another role, CB6071 where the session is over.</summary>
    public async Task<Outcome<OfficerPresence>> TieAsync(string sessionId, ProvedPerson person, CancellationToken cancellationToken)
    {
        if (await officers.FindAsync(sessionId, cancellationToken) is not { } presence || await users.FindByIdAsync(presence.OfficerId) is not { } officer)
            return ErrorCatalogue.OfficerNotAdmitted.With("The session is over.");
        if (officer.Role != person.Role)
            return ErrorCatalogue.OfficerRoleChanged.With($"{officer.Role} here, {person.Role} there");
        if (await BelongsElsewhereAsync(officer, person, cancellationToken))
            return Taken;

        officer.PersonKey = person.Key;
        audit.Record("officer.tied", AuditActors.Officer, officer.Id, new Dictionary<string, string> { ["by"] = SignInByProvider.By });
        return await officers.SaveAsync(cancellationToken) ? presence : Taken;
    }

    /// <summary>Whether the account that this session was begun for is still to be tied.</summary>
    public async Task<bool> IsNeededAsync(OfficerPresence presence) =>
        await users.FindByIdAsync(presence.OfficerId) is { } officer && ways.NeedsTie(officer);

    private static Error Taken => ErrorCatalogue.OfficerPersonTaken.With("One person is one officer.");

    private async Task<bool> BelongsElsewhereAsync(Officer officer, ProvedPerson person, CancellationToken cancellationToken) =>
        (officer.PersonKey is { } known && known != person.Key)
        || (await officers.FindByPersonAsync(person.Key, cancellationToken) is { } other && other.Id != officer.Id);
}
