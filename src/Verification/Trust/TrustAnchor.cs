using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Trust;

/// <summary>A root that is trusted, for one place and for named purposes only.</summary>
/// <param name="Name">How operators call it.</param>
/// <param name="Certificate">The root's certificate.</param>
/// <param name="Jurisdiction">The place that it speaks for.</param>
/// <param name="Purposes">What its leaves may be used for.</param>
public sealed record TrustAnchor(string Name, Certificate Certificate, Jurisdiction Jurisdiction, IReadOnlySet<TrustPurpose> Purposes);
