using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>What must hold of the settings for a provider of officers.</summary>
internal static class OpenIdOfficersRules
{
    public static void Check(OfficersOptions options, SettingFaults faults)
    {
        var provider = options.OpenId;
        if (provider.Authority.Length == 0)
        {
            if (!options.PasswordSignIn)
                faults.Invalid("Officers:PasswordSignIn", "is off and Officers:OpenId:Authority is missing: nobody could sign in");
            return;
        }

        if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) || (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback))
            faults.Invalid("Officers:OpenId:Authority", "must be an https address");
        if (provider.ClientId.Length == 0)
            faults.Invalid("Officers:OpenId:ClientId", "is missing");
        if (provider.ClientSecret.Length == 0 == (provider.SigningKey.Length == 0))
            faults.Invalid("Officers:OpenId", "needs SigningKey or ClientSecret, and not both");
        if (provider.Roles.Count == 0 || provider.Roles.Any(role => role.Value.Length == 0 || !Enum.IsDefined(role.Role)))
            faults.Invalid("Officers:OpenId:Roles", "needs Value and Role for each role");
        if (provider.Roles.GroupBy(role => role.Value, StringComparer.Ordinal).Any(group => group.Count() > 1))
            faults.Invalid("Officers:OpenId:Roles", "gives one value two roles");
        if (provider.RequiredAcr.Count == 0 && provider.RequiredAmr.Count == 0)
            faults.Invalid("Officers:OpenId", "needs RequiredAcr or RequiredAmr: an officer shows a second factor");
        if (provider.SessionLifetime <= TimeSpan.Zero || provider.SessionLifetime > OfficerSession.Longest)
            faults.Invalid("Officers:OpenId:SessionLifetime", "must be more than zero and at most eight hours");
        if (provider.ClockSkew < TimeSpan.Zero || provider.ClockSkew > TimeSpan.FromMinutes(2))
            faults.Invalid("Officers:OpenId:ClockSkew", "must be from zero to two minutes");
    }
}
