using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Import;

/// <summary>Certificates that an officer put before the hub, and the one among them that is meant.</summary>
/// <param name="All">As they came.</param>
/// <param name="Meant">The one that is meant; null where the officer has yet to choose.</param>
internal sealed record GivenCertificates(IReadOnlyList<Certificate> All, Certificate? Meant)
{
    /// <summary>Those that only help to find a way.</summary>
    public IReadOnlyList<Certificate> Others => [.. All.Where(certificate => certificate != Meant)];

    public string ToPem() => string.Concat(All.Select(certificate => certificate.ToPem()));

    /// <summary>The refusals of <see cref="CertificateBundle.Read"/>.</summary>
    /// <param name="content">The file.</param>
    /// <param name="password">Of a PKCS#12 file.</param>
    /// <param name="chosen">SHA-256 thumbprint of the one that is meant; null where one alone is expected.</param>
    public static Outcome<GivenCertificates> Read(ReadOnlySpan<byte> content, string? password, string? chosen) =>
        CertificateBundle.Read(content, password).Map(all => Of(all, chosen));

    public static GivenCertificates Of(IReadOnlyList<Certificate> all, string? chosen) =>
        new(all, all.Count == 1 ? all[0] : all.FirstOrDefault(certificate => certificate.Sha256Thumbprint == chosen));
}
