using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// Who may sign an OCSP response about an authority's certificates: the authority itself, or a responder that the same key of the authority
/// certified for OCSP signing (RFC 6960 section 4.2.2.2).
/// </summary>
internal static class ResponderRules
{
    private const int DigitalSignature = 0;

    /// <summary>Why nobody who may has signed it; null where the signature holds.</summary>
    /// <param name="response">The response.</param>
    /// <param name="issuer">The authority of the certificate asked about.</param>
    /// <param name="at">The time of the check.</param>
    /// <param name="isKnownGood">Whether the lists of the authority say that a responder is not revoked.</param>
    public static string? Violation(ParsedRevocationResponse response, Certificate issuer, DateTimeOffset at, Func<Certificate, bool> isKnownGood)
    {
        if (response.HasUnknownCritical)
            return "it has a critical extension that is not understood here";
        if (IsNamed(response, issuer))
            return CertificateSignature.Holds(response.Algorithm, response.SignedBytes, response.Signature, issuer)
                ? null
                : "its signature does not hold under the authority's key";

        var why = "no certificate of its responder was sent along";
        foreach (var responder in response.Certificates.Where(candidate => IsNamed(response, candidate)))
        {
            if (Unfit(responder, issuer, at, isKnownGood) is { } reason)
                why = $"its responder ({responder.Subject}) {reason}";
            else if (CertificateSignature.Holds(response.Algorithm, response.SignedBytes, response.Signature, responder))
                return null;
            else
                why = $"its signature does not hold under the key of its responder ({responder.Subject})";
        }

        return why;
    }

    private static string? Unfit(Certificate responder, Certificate issuer, DateTimeOffset at, Func<Certificate, bool> isKnownGood)
    {
        if (!responder.Parsed.IssuerDN.Equivalent(issuer.Parsed.SubjectDN, inOrder: true) || !CertificateSignature.Holds(responder, issuer))
            return "was not certified by the same authority";
        if (!responder.Purposes.Contains(KeyPurposeID.id_kp_OCSPSigning.Id))
            return "is not certified for signing OCSP responses (id-kp-OCSPSigning)";
        if (responder.Extensions.KeyUsage is { } usage && !usage[DigitalSignature])
            return "has a key that is not for digital signatures";
        if (CriticalExtensionRule.Unknown(responder) is { } oid)
            return $"has a critical extension that is not understood here ({oid})";
        if (at < responder.NotBefore || at > responder.NotAfter)
            return "has a certificate that is not in force";

        var needsNoCheck = responder.Parsed.CertificateStructure.Extensions?.GetExtension(OcspObjectIdentifiers.PkixOcspNocheck) is not null;
        return needsNoCheck || isKnownGood(responder) ? null : "may be revoked: it is not exempt (id-pkix-ocsp-nocheck), and no current list of its authority clears it";
    }

    private static bool IsNamed(ParsedRevocationResponse response, Certificate candidate) => response.ResponderName is { } name
        ? name.Equivalent(candidate.Parsed.SubjectDN, inOrder: true)
        : response.ResponderKeyHash is { } hash && hash.AsSpan().SequenceEqual(CertificateStatusLine.Sha1(CertificateStatusLine.KeyBits(candidate)));
}
