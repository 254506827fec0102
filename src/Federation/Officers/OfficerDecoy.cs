using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers;

/// <summary>Whom a name that nobody has is held against: the same work, and it never holds.</summary>
internal sealed class OfficerDecoy
{
    public OfficerDecoy(IPasswordHasher<Officer> hasher, TimeProvider clock)
    {
        Officer = new Officer { Role = OfficerRole.Auditor, TotpSecret = Totp.NewSecret(), CreatedAt = clock.GetUtcNow(), LastTotpStep = long.MaxValue };
        Officer.PasswordHash = hasher.HashPassword(Officer, Totp.NewSecret());
    }

    public Officer Officer { get; }
}
