using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Accounts;

/// <summary>The document under which the account directory knows a person: what they are registered by on the mainland.</summary>
internal static class AccountDocument
{
    /// <summary>Who lives on the mainland is known by the identity card, everybody else by the permit to enter.</summary>
    public static string TypeOf(Jurisdiction home) => home.IsMainland ? DocumentTypes.ResidentIdentityCard : DocumentTypes.HomeReturnPermit;

    /// <summary>Null where their home did not vouch for it.</summary>
    public static IdentityDocument? Of(VerifiedIdentity person) => person.Document(TypeOf(person.Jurisdiction));
}
