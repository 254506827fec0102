namespace CrossBorder.Verification.Identity;

/// <summary>The types of <see cref="IdentityDocument"/>.</summary>
public static class DocumentTypes
{
    /// <summary>Hong Kong identity card.</summary>
    public const string HongKongIdentityCard = "hkid";

    /// <summary>Home Return Permit.</summary>
    public const string HomeReturnPermit = "home_return_permit";

    /// <summary>Mainland residence permit.</summary>
    public const string ResidencePermit = "residence_permit";

    /// <summary>Mainland resident identity card.</summary>
    public const string ResidentIdentityCard = "resident_identity_card";
}
