namespace CrossBorder.Sandbox.Pki;

/// <summary>What a certificate says, apart from its key and its issuer.</summary>
/// <param name="CommonName">CN of the subject; also tells certificates apart in the log.</param>
/// <param name="Country">C of the subject: HK or CN.</param>
public sealed record CertificateProfile(string CommonName, string Country)
{
    /// <summary>Set for a certification authority: how many authorities may stand below it.</summary>
    public int? PathLength { get; init; }

    /// <summary>The one purpose of a leaf, as the object identifier of its extended key usage.</summary>
    public string? Purpose { get; init; }

    /// <summary>Who a leaf speaks for, as a URI of its subject alternative name.</summary>
    public string? SubjectUri { get; init; }

    /// <summary>For a key that things are encrypted for, which signs nothing.</summary>
    public bool Encrypts { get; init; }

    /// <summary>For a TLS server: localhost by name and by address.</summary>
    public bool Localhost { get; init; }

    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(365);
}
