using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>
/// Begins the session of a person whom the provider proved. Who may come in is the hub's to say: a disabled account stays out, and a
/// role changes by the provider's word only where the settings leave roles to it.
/// </summary>
internal sealed class SignInByProvider(
    IOfficers officers, UserManager<Officer> users, BeginOfficerSession begin, IAuditLog audit, IOptions<OfficersOptions> options, TimeProvider clock)
{
    public const string By = "openid";

    private OpenIdOfficersOptions Rules => options.Value.OpenId;

    /// <summary>CB6071 for somebody who has no account or a disabled one, CB6076 for another role than the account has.</summary>
    public async Task<Outcome<OfficerPresence>> SignInAsync(ProvedPerson person, string from, CancellationToken cancellationToken)
    {
        var officer = await officers.FindByPersonAsync(person.Key, cancellationToken);
        if (officer is { DisabledAt: not null } || (officer is null && !Rules.CreateByMapping))
            return NotAdmitted;
        if (officer is not null && officer.Role != person.Role && !Rules.CreateByMapping)
            return ErrorCatalogue.OfficerRoleChanged.With($"{officer.Role} here, {person.Role} there");

        if (officer is null)
        {
            // One person is one pair of eyes: neither a reset account nor a closed one is left behind for a new one.
            var name = NameOf(person);
            if (await officers.WasTiedAsync(person.Key, cancellationToken) || await users.FindByNameAsync(name) is { DisabledAt: not null })
                return NotAdmitted;
            officer = new Officer
            {
                UserName = await FreeNameAsync(name, person), Role = person.Role, TotpSecret = Totp.NewSecret(), PersonKey = person.Key, CreatedAt = clock.GetUtcNow(),
            };
            if (!(await users.CreateAsync(officer)).Succeeded)
                return NotAdmitted;
            audit.Record("officer.created", AuditActors.Hub, officer.Id, new Dictionary<string, string> { ["role"] = officer.Role.ToString(), ["by"] = By });
        }
        else if (officer.Role != person.Role)
        {
            audit.Record("officer.role-changed", AuditActors.Hub, officer.Id, new Dictionary<string, string>
            {
                ["from"] = officer.Role.ToString(), ["to"] = person.Role.ToString(), ["by"] = By,
            });
            officer.Role = person.Role;
            await officers.EndAllAsync(officer.Id, cancellationToken);
        }

        var presence = begin.Begin(officer, By, from, Rules.SessionLifetime);
        return await officers.SaveAsync(cancellationToken) ? presence : NotAdmitted;
    }

    private static Error NotAdmitted => ErrorCatalogue.OfficerNotAdmitted.With("There is no account for this person, or it is closed.");

    private string NameOf(ProvedPerson person)
    {
        const int Longest = 50;
        var allowed = users.Options.User.AllowedUserNameCharacters;
        var name = new string([.. person.Name.ToLowerInvariant().Where(character => allowed.Contains(character, StringComparison.Ordinal)).Take(Longest)]);
        return name.Length > 0 ? name : "officer";
    }

    // The name is what four eyes are counted by and never another's, whatever the provider calls people.
    private async Task<string> FreeNameAsync(string name, ProvedPerson person) =>
        await users.FindByNameAsync(name) is null ? name : $"{name}-{person.Key[..8]}";
}
