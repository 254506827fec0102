using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>Reads certificate requests (RFC 2986) and verifies that the maker has the private key.</summary>
internal static class RequestReading
{
    private const int MaximumLength = 16 * 1024;

    public static Outcome<CertificateRequest> Read(byte[] der)
    {
        if (der.Length > MaximumLength)
            return ErrorCatalogue.CertificateRequestInvalid.With($"A certificate request has at most {MaximumLength} bytes.");

        try
        {
            var request = LibraryRefusal.InDer(CertificationRequest.GetInstance(Asn1Object.FromByteArray(der)), der);
            var info = request.GetCertificationRequestInfo();
            var extensions = ExtensionsOf(info);
            var (subject, uris, purposes) = (info.Subject.ToString(), CertificateReading.UrisOf(extensions), CertificateReading.ExtendedKeyUsesOf(extensions));
            return SubjectKey.Read(info.SubjectPublicKeyInfo).Then<CertificateRequest>(key =>
                CertificateSignature.Holds(request.SignatureAlgorithm, info.GetDerEncoded(), request.GetSignatureOctets(), key, info.SubjectPublicKeyInfo)
                    ? new CertificateRequest(der, subject, key, uris, purposes)
                    : ErrorCatalogue.CertificateRequestInvalid.With("The signature does not hold under the key in the request, or is by an algorithm that is not taken: the maker has not shown that the private key is theirs."));
        }
        catch (Exception exception) when (LibraryRefusal.Is(exception))
        {
            return ErrorCatalogue.CertificateRequestInvalid.With("The certificate request is not well-formed.");
        }
    }

    private static X509Extensions? ExtensionsOf(CertificationRequestInfo info) => info.Attributes?
        .Select(AttributePkcs.GetInstance)
        .Where(attribute => attribute.AttrType.Equals(PkcsObjectIdentifiers.Pkcs9AtExtensionRequest))
        .Select(attribute => X509Extensions.GetInstance(attribute.AttrValues[0]))
        .FirstOrDefault();
}
