using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdFederation;

internal sealed class OpenIdFederationOptionsValidator(IConfiguration configuration, SettingsPaths paths, IHostEnvironment environment) :
    IValidateOptions<OpenIdFederationOptions>
{
    private const string Section = "OpenIdFederation";

    public ValidateOptionsResult Validate(string? name, OpenIdFederationOptions options)
    {
        var faults = new SettingFaults();
        var keys = (configuration.GetSection("SigningKeys").Get<List<SigningKeyOptions>>() ?? []).FindAll(key => key.Uses.Contains(KeyUses.Federation));
        if (options.Enabled && keys.Count == 0)
            faults.Invalid($"{Section}:Enabled", $"needs a signing key for {KeyUses.Federation}");
        if (options.Enabled && options.OrganizationName.Length == 0)
            faults.Invalid($"{Section}:OrganizationName", "is missing: others read it in what the hub says of itself");
        foreach (var key in keys)
        {
            // Verifiers of a federation are anybody's; the specification wants RS256 at least, and few know SM2.
            if (!FederationKeys.Algorithms.Contains(key.Algorithm))
                faults.Invalid($"SigningKeys:{key.Id}:Uses", $"names {KeyUses.Federation} with {key.Algorithm}; there are {string.Join(", ", FederationKeys.Algorithms)}");
            if (key.Uses.Count > 1)
                faults.Invalid($"SigningKeys:{key.Id}:Uses", $"names {KeyUses.Federation} beside others: its keys are for no other protocol (OpenID Federation 1.0 section 3)");
        }

        if (options.StatementLifetime < TimeSpan.FromMinutes(5) || options.StatementLifetime > TimeSpan.FromDays(7))
            faults.Invalid($"{Section}:StatementLifetime", "is not between 5 minutes and 7 days");
        CheckRotation(options, faults);
        if (options.AskMembersEvery < TimeSpan.Zero || options.AskMembersEvery > TimeSpan.FromHours(1))
            faults.Invalid($"{Section}:AskMembersEvery", "is not between nothing and an hour");
        foreach (var hint in options.AuthorityHints.Where(hint => !IsEntity(hint)))
            faults.Invalid($"{Section}:AuthorityHints", $"names '{hint}', {PostAddress.Fault}");
        CheckMembers(options, faults);
        return faults.ToResult();
    }

    // Whoever keeps a statement finds the next key in it, and the last one is still believed when it ends.
    private void CheckRotation(OpenIdFederationOptions options, SettingFaults faults)
    {
        // Read as it stands: whether the section holds is its own validator's business.
        var rotation = configuration.GetSection("KeyRotation").Get<KeyRotationOptions>() ?? new KeyRotationOptions();
        if (!options.Enabled || (!rotation.Automatic && rotation.KeyFile.Length == 0))
            return;
        foreach (var (setting, span) in new[] { (nameof(rotation.Announce), rotation.Announce), (nameof(rotation.Retire), rotation.Retire) })
            if (options.StatementLifetime > span)
                faults.Invalid($"{Section}:StatementLifetime", $"is longer than KeyRotation:{setting}, {span}: statements would outlast the keys that they are signed with");
    }

    private void CheckMembers(OpenIdFederationOptions options, SettingFaults faults)
    {
        var clients = configuration.GetSection("RelyingParties").Get<List<RelyingPartyOptions>>() ?? [];
        foreach (var twice in options.Members.GroupBy(member => member.EntityId.TrimEnd('/'), StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Invalid($"{Section}:{twice.Key}", "stands there twice");
        var hub = configuration["Hub:Issuer"] ?? "";
        foreach (var member in options.Members)
        {
            var setting = $"{Section}:{member.EntityId}";
            if (hub.Length > 0 && FederationMembers.AreSame(member.EntityId, hub))
                faults.Invalid($"{setting}:EntityId", "is the hub itself, which is no member of its own");
            if (!IsEntity(member.EntityId))
                faults.Invalid($"{Section}:Members", $"names '{member.EntityId}', {PostAddress.Fault}");
            if (member.Type is not (EntityTypes.RelyingParty or EntityTypes.Provider))
                faults.Invalid($"{setting}:Type", $"is '{member.Type}'; there are {EntityTypes.RelyingParty} and {EntityTypes.Provider}");
            // Who may do what is decided where relying parties are admitted: a statement tells it to others and adds nothing.
            else if (member.Type == EntityTypes.RelyingParty && !clients.Exists(client => client.ClientId == member.EntityId))
                faults.Invalid($"{setting}:EntityId", "is the ClientId of no relying party");
            if (member.JwksFile.Length == 0)
                faults.Invalid($"{setting}:JwksFile", "is missing");
            else
                CheckKeys(setting, ClientKeySet.Read(setting, paths.Resolve(member.JwksFile)), faults);
        }
    }

    private static void CheckKeys(string setting, Outcome<ClientKeySet> read, SettingFaults faults)
    {
        if (!read.TryGetValue(out var set))
            faults.Add(read.Errors);
        // Keys for encryption, and of other kinds, verify nothing that it says of itself.
        else if (!set.Keys.Any(key => FederationKeys.Algorithms.Any(name => AlgorithmCatalogue.TryGet(name, out var algorithm) && algorithm.Kind == key.Kind)))
            faults.Invalid($"{setting}:JwksFile", $"holds no key that signs with {string.Join(", ", FederationKeys.Algorithms)}");
    }

    private bool IsEntity(string identifier) => PostAddress.IsSafe(identifier, environment) && new Uri(identifier).Query.Length == 0;
}
