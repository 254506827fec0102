using CrossBorder.Federation.Officers.OpenId;

namespace CrossBorder.Federation.Officers;

/// <summary>Section <c>Officers</c>.</summary>
internal sealed class OfficersOptions
{
    /// <summary>Officers that are there without an invitation. Development only: their passwords stand in a file.</summary>
    public IList<DevelopmentOfficer> Development { get; } = [];

    /// <summary>The administration's own provider; none where it has no authority.</summary>
    public OpenIdOfficersOptions OpenId { get; set; } = new();

    /// <summary>False: the provider is the only way in, and neither password nor passkey of the hub is worth anything.</summary>
    public bool PasswordSignIn { get; set; } = true;
}

/// <summary>An officer with all that they need to sign in.</summary>
internal sealed class DevelopmentOfficer
{
    public string Name { get; set; } = "";

    public OfficerRole Role { get; set; }

    public string Password { get; set; } = "";

    /// <summary>Base32.</summary>
    public string TotpSecret { get; set; } = "";
}
