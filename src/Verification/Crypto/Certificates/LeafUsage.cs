using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>Whether a leaf is meant for what it was used for.</summary>
internal static class LeafUsage
{
    private const int DigitalSignature = 0;
    private const int KeyEncipherment = 2;
    private const int KeyAgreement = 4;

    /// <summary>The admission says what it may be used for, in place of our own extended key usages; it must not say the contrary itself.</summary>
    public static Error? DirectViolation(Certificate leaf)
    {
        if (leaf.Extensions.IsAuthority || leaf.Extensions.MaySignCertificates)
            return ErrorCatalogue.PurposeWrong.With($"{PathLinks.NameOf(0, leaf)} is that of a certificate authority.");
        return leaf.Extensions.KeyUsage is { } usage && !usage[DigitalSignature]
            ? ErrorCatalogue.PurposeWrong.With($"{PathLinks.NameOf(0, leaf)} is not for digital signatures.")
            : null;
    }

    public static Error? Violation(Certificate leaf, TrustPurpose purpose)
    {
        if (leaf.Extensions.IsAuthority)
            return ErrorCatalogue.PurposeWrong.With($"{PathLinks.NameOf(0, leaf)} is that of a certificate authority.");

        // A missing key usage means "anything" to RFC 5280; here it means nothing was said.
        if (purpose == TrustPurpose.EnvelopeEncryption)
        {
            if (leaf.Extensions.KeyUsage is not { } encrypts || !(encrypts[KeyEncipherment] || encrypts[KeyAgreement]))
                return ErrorCatalogue.PurposeWrong.With($"{PathLinks.NameOf(0, leaf)} is not for encryption.");
        }
        else if (leaf.Extensions.KeyUsage is not { } usage || !usage[DigitalSignature])
        {
            return ErrorCatalogue.PurposeWrong.With($"{PathLinks.NameOf(0, leaf)} is not for digital signatures.");
        }

        return leaf.Purposes.Contains(purpose.ToOid())
            ? null
            : ErrorCatalogue.PurposeWrong.With($"{PathLinks.NameOf(0, leaf)} lacks the extended key usage of {purpose} ({purpose.ToOid()}).");
    }
}
