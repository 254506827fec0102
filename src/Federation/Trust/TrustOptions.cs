using CrossBorder.Federation.Trust.Revocation;

namespace CrossBorder.Federation.Trust;

/// <summary>Section <c>Trust</c>: whom the hub believes, and where revocation is told.</summary>
internal sealed class TrustOptions
{
    public List<AnchorOptions> Anchors { get; set; } = [];

    /// <summary>Certificates of intermediate authorities (PEM files), for partners that send their leaf alone.</summary>
    public List<string> Intermediates { get; set; } = [];

    public List<RevocationListOptions> RevocationLists { get; set; } = [];

    /// <summary>Responders that are asked about single certificates. No address is ever read from a certificate.</summary>
    public List<ResponderOptions> Responders { get; set; } = [];

    /// <summary>For how long after its nextUpdate a list or response still counts, for purposes that <see cref="RevocationGraces"/> does not name.</summary>
    public TimeSpan RevocationGrace { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The same for single purposes; names of <see cref="Verification.Trust.TrustPurpose"/>. Whoever is let in is let in by what is up to date.</summary>
    public Dictionary<string, TimeSpan> RevocationGraces { get; set; } = new(StringComparer.Ordinal)
    {
        [nameof(Verification.Trust.TrustPurpose.AssertionSigning)] = TimeSpan.FromMinutes(5),
        [nameof(Verification.Trust.TrustPurpose.ClientAuthentication)] = TimeSpan.FromMinutes(5),
    };

    public TimeSpan RefreshEvery { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a judgement waits for an answer that is unknown or late. Zero: it is fetched, and not waited for.</summary>
    public TimeSpan OnDemandWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an answer that a judgement had fetched is not fetched again for another.</summary>
    public TimeSpan OnDemandPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What a purpose requires where the revocation status is not known; names of <see cref="Verification.Trust.TrustPurpose"/>. Required where nothing is said.</summary>
    public Dictionary<string, Verification.Trust.RevocationRequirement> RevocationRequirements { get; set; } = [];
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
