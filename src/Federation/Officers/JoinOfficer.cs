using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Officers;

/// <summary>
/// An invited officer comes in: first the code of the invitation, which shows the secret for the authenticator, then the code of
/// that authenticator and a password. The account is there only after all of it held.
/// </summary>
internal sealed class JoinOfficer(CreateOfficer create, IOfficerInvitations invitations, IOfficers officers, OfficerWays ways, TimeProvider clock)
{
    private const int LongestPassword = 200;

    public async Task<Outcome<OfficerInvitation>> OpenAsync(string code, CancellationToken cancellationToken) =>
        await invitations.FindAsync(code, cancellationToken) is { } invitation
            ? invitation
            : ErrorCatalogue.OfficerInvitationRefused.With("The code is unknown, used or too old.");

    public async Task<Outcome<Officer>> FinishAsync(string code, string password, string totp, CancellationToken cancellationToken)
    {
        if (!ways.HasPasswords)
            return ErrorCatalogue.OfficerPasswordsOff.With("Officers:PasswordSignIn is off.");
        var opened = await OpenAsync(code, cancellationToken);
        if (!opened.TryGetValue(out var invitation))
            return opened.Error;
        if (Totp.Match(invitation.TotpSecret, totp, clock.GetUtcNow()) is not { } step)
            return ErrorCatalogue.OfficerSignInRefused.With("The code of the authenticator does not fit.");
        if (password.Length > LongestPassword)
            return ErrorCatalogue.OfficerPasswordWeak.With("A password has 200 characters at most.");

        var created = invitation.OfficerId is { } id
            ? await create.AnewAsync(id, password, invitation.TotpSecret)
            : await create.AddAsync(invitation.Name, invitation.Role, password, invitation.TotpSecret, "invitation");
        if (!created.TryGetValue(out var officer))
            return created.Error;

        officer.LastTotpStep = step;
        invitation.UsedAt = clock.GetUtcNow();
        return await officers.SaveAsync(cancellationToken)
            ? officer
            : ErrorCatalogue.OfficerInvitationRefused.With("Somebody else was first.");
    }
}
