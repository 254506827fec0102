namespace CrossBorder.Verification.Checks;

/// <summary>How certificates name the parties that are not home providers.</summary>
public static class PartyNames
{
    /// <summary>The directory and licence source of Guangdong.</summary>
    public const string GuangdongDirectory = "urn:crossborder:directory:guangdong";

    /// <summary>The URI of a department in its certificate's subject alternative name.</summary>
    public static string OfDepartment(string slug) => "urn:crossborder:department:" + slug;

    /// <summary>
    /// The URI of a resident in the certificate that the resident signs with: the identifier by which the home knows the resident toward
    /// this service, and toward no other.
    /// </summary>
    public static string OfResident(string subject) => "urn:crossborder:resident:" + subject;

    /// <summary>The URI of a relying party in its certificate's subject alternative name.</summary>
    public static string OfRelyingParty(string clientId) => "urn:crossborder:relying-party:" + clientId;
}
