using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Officers.Passkeys;

/// <summary>An officer adds a passkey, looks at theirs, and removes one. Each takes a fresh proof and stands in the audit log.</summary>
internal sealed class KeepPasskeys(UserManager<Officer> users, OfficerPasskeys passkeys, StepUpOfficer stepUp, IOfficers officers, IAuditLog audit)
{
    public const int Most = 10;
    public const int LongestName = 64;

    public async Task<IReadOnlyList<UserPasskeyInfo>> ListAsync(OfficerPresence presence)
    {
        var officer = await users.FindByIdAsync(presence.OfficerId);
        return officer is null ? [] : [.. (await users.GetPasskeysAsync(officer)).OrderBy(passkey => passkey.CreatedAt)];
    }

    /// <summary>CB6064 for an answer that does not hold, CB6056 for the proof, CB6066 for a name or a number that cannot be.</summary>
    public async Task<Outcome<UserPasskeyInfo>> AddAsync(
        OfficerPresence presence, string name, PasskeyAnswer answer, string? proof, string network, CancellationToken cancellationToken)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            return ErrorCatalogue.OfficerPasskeyNotKept.With($"A passkey has a name of {LongestName} characters at most.");
        var known = await ListAsync(presence);
        if (known.Count >= Most || known.Any(passkey => passkey.Name == name))
            return ErrorCatalogue.OfficerPasskeyNotKept.With($"An officer has {Most} passkeys at most, each of another name.");

        var judged = await passkeys.JudgeNewAsync(answer, presence, cancellationToken);
        if (!judged.TryGetValue(out var passkey))
            return judged;
        var proved = await stepUp.ProveAsync(presence, proof, network, cancellationToken);
        if (!proved.Succeeded)
            return proved.Error;

        passkey.Name = name;
        var officer = await users.FindByIdAsync(presence.OfficerId);
        if (officer is null || !(await users.AddOrUpdatePasskeyAsync(officer, passkey)).Succeeded)
            return ErrorCatalogue.OfficerPasskeyRefused.With("The account is gone.");
        Record("officer.passkey-added", presence, passkey);
        return await officers.SaveAsync(cancellationToken) ? passkey : ErrorCatalogue.OfficerPasskeyRefused.With("Somebody else was first.");
    }

    /// <summary>CB6065 for the last way in, CB6056 for the proof, CB6066 where there is no such passkey.</summary>
    public async Task<Outcome<UserPasskeyInfo>> RemoveAsync(
        OfficerPresence presence, string id, string? proof, string network, CancellationToken cancellationToken)
    {
        var known = await ListAsync(presence);
        if (known.FirstOrDefault(passkey => Reference(passkey) == id) is not { } passkey)
            return ErrorCatalogue.OfficerPasskeyNotKept.With("You have no such passkey.");
        var officer = await users.FindByIdAsync(presence.OfficerId);
        if (known.Count == 1 && string.IsNullOrEmpty(officer!.PasswordHash))
            return ErrorCatalogue.OfficerPasskeyLast.With("It is the only way in.");

        var proved = await stepUp.ProveAsync(presence, proof, network, cancellationToken);
        if (!proved.Succeeded)
            return proved.Error;
        if (!(await users.RemovePasskeyAsync(officer!, passkey.CredentialId)).Succeeded)
            return ErrorCatalogue.OfficerPasskeyNotKept.With("It is gone already.");
        Record("officer.passkey-removed", presence, passkey);
        return await officers.SaveAsync(cancellationToken) ? passkey : ErrorCatalogue.OfficerPasskeyNotKept.With("Somebody else was first.");
    }

    public static string Reference(UserPasskeyInfo passkey) => WebEncoders.Base64UrlEncode(passkey.CredentialId);

    private void Record(string kind, OfficerPresence presence, UserPasskeyInfo passkey) =>
        audit.Record(kind, AuditActors.Officer, presence.OfficerId, new Dictionary<string, string>
        {
            // Told apart, and no credential that a reader of the log could ask for.
            ["passkey"] = SignInOfficer.AuditReference(Reference(passkey)),
            ["session"] = SignInOfficer.AuditReference(presence.SessionId),
        });
}
