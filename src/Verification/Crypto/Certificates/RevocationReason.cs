using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>Whether a revocation counts at a given time.</summary>
internal static class RevocationReason
{
    /// <summary>
    /// Before the date of revocation a certificate still counts only where the reason says that its key was never in doubt;
    /// with a stolen key, or no reason, the date of the theft is not known.
    /// </summary>
    public static bool Counts(DateTimeOffset revokedAt, int? reason, DateTimeOffset at) =>
        revokedAt <= at || reason is not (CrlReason.AffiliationChanged or CrlReason.Superseded or CrlReason.CessationOfOperation);

    /// <summary>The reason of an entry of a list; null where none, or none that can be read, is given.</summary>
    public static int? Of(X509CrlEntry entry)
    {
        try
        {
            return entry.GetExtensionValue(X509Extensions.ReasonCode) is { } extension
                ? DerEnumerated.GetInstance(Asn1Object.FromByteArray(extension.GetOctets())).IntValueExact
                : null;
        }
        catch (Exception exception) when (LibraryRefusal.Is(exception))
        {
            return null;
        }
    }

    public static string Describe(int? reason) => reason switch
    {
        CrlReason.KeyCompromise => "key compromised",
        CrlReason.CACompromise => "authority compromised",
        CrlReason.AffiliationChanged => "affiliation changed",
        CrlReason.Superseded => "superseded",
        CrlReason.CessationOfOperation => "no longer operated",
        CrlReason.CertificateHold => "on hold",
        CrlReason.PrivilegeWithdrawn => "privilege withdrawn",
        _ => "no reason given",
    };
}
