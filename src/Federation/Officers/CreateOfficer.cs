using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers;

/// <summary>Adds an account to the current unit of work, and the audit entry with it.</summary>
internal sealed class CreateOfficer(UserManager<Officer> users, IAuditLog audit, TimeProvider clock)
{
    /// <param name="by">What let them in: <c>invitation</c> or <c>settings</c>.</param>
    public async Task<Outcome<Officer>> AddAsync(string name, OfficerRole role, string password, string totpSecret, string by)
    {
        var officer = new Officer { UserName = name, Role = role, TotpSecret = totpSecret, CreatedAt = clock.GetUtcNow() };
        var result = await users.CreateAsync(officer, password);
        if (!result.Succeeded)
            return Refusal(result);

        audit.Record("officer.created", AuditActors.Hub, officer.Id, new Dictionary<string, string> { ["role"] = role.ToString(), ["by"] = by });
        return officer;
    }

    /// <summary>For an account that was reset: another password and another secret.</summary>
    public async Task<Outcome<Officer>> AnewAsync(string id, string password, string totpSecret)
    {
        if (await users.FindByIdAsync(id) is not { PasswordHash: null, DisabledAt: null } officer)
            return ErrorCatalogue.OfficerInvitationRefused.With("The account is not waiting for it.");
        officer.TotpSecret = totpSecret;
        var result = await users.AddPasswordAsync(officer, password);
        if (!result.Succeeded)
            return Refusal(result);

        audit.Record("officer.joined-again", AuditActors.Hub, officer.Id, new Dictionary<string, string> { ["role"] = officer.Role.ToString() });
        return officer;
    }

    private static Error Refusal(IdentityResult result) =>
        result.Errors.Any(error => error.Code.StartsWith("Password", StringComparison.Ordinal))
            ? ErrorCatalogue.OfficerPasswordWeak.With("A password has 12 characters at least, of 5 different kinds.")
            : ErrorCatalogue.OfficerNameRefused.With(string.Join(", ", result.Errors.Select(error => error.Code)));
}
