using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>A basic OCSP response (RFC 6960 section 4.2.1), taken apart once so that nothing later meets a malformed part.</summary>
internal sealed class ParsedRevocationResponse
{
    private const int MaximumLength = 64 * 1024;
    private const int MostStatuses = 1000;
    private const int MostCertificates = 8;

    private ParsedRevocationResponse(byte[] der, BasicOcspResponse basic)
    {
        var data = basic.TbsResponseData;
        Encoded = der;
        SignedBytes = data.GetDerEncoded();
        Algorithm = basic.SignatureAlgorithm;
        Signature = basic.GetSignatureOctets();
        ResponderName = data.ResponderID.Name;
        ResponderKeyHash = data.ResponderID.GetKeyHash();
        ProducedAt = TimeOf(data.ProducedAt);
        Nonce = data.ResponseExtensions?.GetExtension(OcspObjectIdentifiers.PkixOcspNonce) is { } nonce
            ? Asn1OctetString.GetInstance(nonce.GetParsedValue()).GetOctets()
            : null;
        HasUnknownCritical = Critical(data.ResponseExtensions).Any(oid => !oid.Equals(OcspObjectIdentifiers.PkixOcspNonce));
        if (data.Responses.Count > MostStatuses || basic.Certs is { Count: > MostCertificates })
            throw new FormatException("More than any responder sends.");

        Statuses = [.. data.Responses.Select(element => new CertificateStatusLine(SingleResponse.GetInstance(element)))];
        Certificates = [.. (basic.Certs ?? Enumerable.Empty<Asn1Encodable>())
            .Select(element => Certificate.Parse(element.ToAsn1Object().GetDerEncoded()))
            .Where(read => read.Succeeded).Select(read => read.Value)];
    }

    public byte[] Encoded { get; }

    public byte[] SignedBytes { get; }

    public AlgorithmIdentifier Algorithm { get; }

    public byte[] Signature { get; }

    public X509Name? ResponderName { get; }

    public byte[]? ResponderKeyHash { get; }

    public DateTimeOffset ProducedAt { get; }

    public byte[]? Nonce { get; }

    public bool HasUnknownCritical { get; }

    public IReadOnlyList<CertificateStatusLine> Statuses { get; }

    /// <summary>Those that were sent along and can be read.</summary>
    public IReadOnlyList<Certificate> Certificates { get; }

    public IEnumerable<CertificateStatusLine> About(Certificate certificate, Certificate issuer) =>
        Statuses.Where(line => line.IsOf(certificate, issuer));

    public static DateTimeOffset TimeOf(Asn1GeneralizedTime time) => new(time.ToDateTime().ToUniversalTime());

    public static IEnumerable<DerObjectIdentifier> Critical(X509Extensions? extensions) => extensions?.GetCriticalExtensionOids() ?? [];

    public static Outcome<ParsedRevocationResponse> Parse(ReadOnlySpan<byte> derOrPem)
    {
        if (derOrPem.Length > 2 * MaximumLength)
            return ErrorCatalogue.RevocationResponseInvalid.With($"An OCSP response has at most {MaximumLength} bytes.");

        try
        {
            var der = derOrPem is [0x30, ..] ? derOrPem.ToArray() : FromPem(Encoding.ASCII.GetString(derOrPem));
            var response = OcspResponse.GetInstance(Asn1Object.FromByteArray(der));
            if (response.ResponseStatus.IntValueExact is not 0 and var status)
                return ErrorCatalogue.RevocationResponseInvalid.With($"The responder did not answer: {Describe(status)}.");
            if (!response.ResponseBytes.ResponseType.Equals(OcspObjectIdentifiers.PkixOcspBasic))
                return ErrorCatalogue.RevocationResponseInvalid.With("The OCSP response is not of the basic type (RFC 6960 section 4.2.1).");

            var basic = response.ResponseBytes.Response.GetOctets();
            return new ParsedRevocationResponse(der, LibraryRefusal.InDer(BasicOcspResponse.GetInstance(Asn1Object.FromByteArray(basic)), basic));
        }
        catch (Exception exception) when (LibraryRefusal.Is(exception))
        {
            return ErrorCatalogue.RevocationResponseInvalid.With("The OCSP response is not well-formed.");
        }
    }

    private static byte[] FromPem(string pem) => PemEncoding.TryFind(pem, out var fields) && pem.AsSpan()[fields.Label] is "OCSP RESPONSE"
        ? Convert.FromBase64String(pem[fields.Base64Data])
        : throw new FormatException("There is no PEM block 'OCSP RESPONSE'.");

    private static string Describe(int status) => status switch
    {
        1 => "it calls the request malformed",
        2 => "it has an internal error",
        3 => "it asks to try later",
        5 => "it wants signed requests",
        6 => "it does not serve this requester or this authority",
        _ => $"status {status}",
    };
}
