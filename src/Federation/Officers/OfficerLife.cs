using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers;

/// <summary>An officer is kept out, comes back, or starts anew. Whoever does it is another one; each act and its entry are stored together.</summary>
internal sealed class OfficerLife(
    UserManager<Officer> users, IOfficers officers, IOfficerInvitations invitations, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Ends what the officer has open, on every node with its next request, and lets nobody in by that name.</summary>
    public async Task<Outcome<Officer>> DisableAsync(string name, OfficerPresence? by, CancellationToken cancellationToken)
    {
        var found = await FindAsync(name, by);
        if (!found.TryGetValue(out var officer))
            return found.Error;
        if (officer.DisabledAt is not null)
            return ErrorCatalogue.OfficerStateUnfit.With("This officer is disabled already.");

        officer.DisabledAt = clock.GetUtcNow();
        await officers.EndAllAsync(officer.Id, cancellationToken);
        await invitations.VoidAsync(officer.UserName!, cancellationToken);
        return await StoreAsync("officer.disabled", officer, by, officer, cancellationToken);
    }

    /// <summary>With the password, code and passkeys of before.</summary>
    public async Task<Outcome<Officer>> EnableAsync(string name, OfficerPresence? by, CancellationToken cancellationToken)
    {
        var found = await FindAsync(name, by);
        if (!found.TryGetValue(out var officer))
            return found.Error;
        if (officer.DisabledAt is null)
            return ErrorCatalogue.OfficerStateUnfit.With("This officer is not disabled.");

        officer.DisabledAt = null;
        return await StoreAsync("officer.enabled", officer, by, officer, cancellationToken);
    }

    /// <summary>Voids password, secret, passkeys and the tie to a person of the provider, ends every session, and tells a code with which this officer joins again.</summary>
    public async Task<Outcome<string>> ResetAsync(string name, OfficerPresence? by, CancellationToken cancellationToken)
    {
        var found = await FindAsync(name, by);
        if (!found.TryGetValue(out var officer))
            return found.Error;
        if (officer.DisabledAt is not null)
            return ErrorCatalogue.OfficerStateUnfit.With("This officer is disabled: enable first.");

        foreach (var passkey in await users.GetPasskeysAsync(officer))
            await users.RemovePasskeyAsync(officer, passkey.CredentialId);
        officer.PasswordHash = null;
        (officer.PersonKey, officer.FormerPersonKey) = (null, officer.PersonKey ?? officer.FormerPersonKey);
        // Nobody knows this one, and the next comes with the invitation.
        officer.TotpSecret = Totp.NewSecret();
        await officers.EndAllAsync(officer.Id, cancellationToken);
        await invitations.VoidAsync(officer.UserName!, cancellationToken);
        var code = InvitationCode.New();
        invitations.Add(new OfficerInvitation
        {
            CodeHash = InvitationCode.Hash(code),
            Name = officer.UserName!,
            Role = officer.Role,
            OfficerId = officer.Id,
            TotpSecret = Totp.NewSecret(),
            ExpiresAt = clock.GetUtcNow() + OfficerInvitation.Lifetime,
        });
        return await StoreAsync("officer.reset", officer, by, code, cancellationToken);
    }

    // The page shows nobody a form for their own account, and a form that is sent all the same does nothing.
    private async Task<Outcome<Officer>> FindAsync(string name, OfficerPresence? by)
    {
        if (await users.FindByNameAsync(name) is not { } officer)
            return ErrorCatalogue.OfficerUnknown.With("There is no officer of that name.");
        return by?.OfficerId == officer.Id ? ErrorCatalogue.OfficerOtherNeeded.With("Nobody does this to their own account.") : officer;
    }

    private async Task<Outcome<T>> StoreAsync<T>(string kind, Officer officer, OfficerPresence? by, T done, CancellationToken cancellationToken)
        where T : notnull
    {
        audit.Record(kind, by is null ? AuditActors.Hub : AuditActors.Officer, officer.Id, new Dictionary<string, string>
        {
            ["by"] = by?.OfficerId ?? "command-line", ["role"] = officer.Role.ToString(),
        });
        return await officers.SaveAsync(cancellationToken) ? done : ErrorCatalogue.OfficerStateUnfit.With("Somebody else was first.");
    }
}
