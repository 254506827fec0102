using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>
/// Which ways in there are. Where there is a provider, every account is tied to one person of it before it acts: then nobody is
/// two officers, by password here and by the provider there.
/// </summary>
internal sealed class OfficerWays(IOptions<OfficersOptions> options)
{
    public bool HasProvider => options.Value.OpenId.Authority.Length > 0;

    /// <summary>Passwords, codes and passkeys of the hub.</summary>
    public bool HasPasswords => options.Value.PasswordSignIn;

    public bool NeedsTie(Officer officer) => HasProvider && officer.PersonKey is null;
}
