namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>Object identifiers of our own, under an arc made from a UUID (ITU-T X.667).</summary>
public static class CertificateOids
{
    private const string Arc = "2.25.75472252408644482796661192169332353122";

    /// <summary>The arc of the extended key usages by which a leaf says what it may sign.</summary>
    public const string PurposeArc = Arc + ".1";

    /// <summary>
    /// A non-critical extension (its value an ASN.1 NULL) that every generated development certificate carries,
    /// so that one is known for what it is wherever it turns up.
    /// </summary>
    public const string DevelopmentMarker = Arc + ".2";
}
