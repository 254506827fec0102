namespace CrossBorder.Federation.Trust;

/// <summary>Section <c>Trust</c>: whom the hub believes, and where revocation is told.</summary>
internal sealed class TrustOptions
{
    public List<AnchorOptions> Anchors { get; set; } = [];

    /// <summary>Certificates of intermediate authorities (PEM files), for partners that send their leaf alone.</summary>
    public List<string> Intermediates { get; set; } = [];

    public List<RevocationListOptions> RevocationLists { get; set; } = [];

    /// <summary>For how long after its nextUpdate a list still counts.</summary>
    public TimeSpan RevocationGrace { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan RefreshEvery { get; set; } = TimeSpan.FromMinutes(10);
}

internal sealed class AnchorOptions
{
    /// <summary>What officers call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Code of the jurisdiction, such as <c>HK</c>.</summary>
    public string Jurisdiction { get; set; } = "";

    /// <summary>What certificates below it may sign; names of <see cref="Verification.Trust.TrustPurpose"/>.</summary>
    public List<string> Purposes { get; set; } = [];

    /// <summary>PEM file.</summary>
    public string CertificateFile { get; set; } = "";
}

internal sealed class RevocationListOptions
{
    /// <summary>Names the list in the database and in the log.</summary>
    public string Name { get; set; } = "";

    public string Address { get; set; } = "";
}
