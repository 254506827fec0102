namespace CrossBorder.Federation.Officers;

/// <summary>Section <c>Officers</c>.</summary>
internal sealed class OfficersOptions
{
    /// <summary>Officers that are there without an invitation. Development only: their passwords stand in a file.</summary>
    public IList<DevelopmentOfficer> Development { get; } = [];
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
