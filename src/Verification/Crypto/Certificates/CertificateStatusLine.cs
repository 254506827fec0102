using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.Oiw;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Math;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>What an OCSP response says of one certificate (RFC 6960 section 4.2.1, SingleResponse).</summary>
internal sealed class CertificateStatusLine
{
    private readonly AlgorithmIdentifier hash;
    private readonly byte[] issuerNameHash;
    private readonly byte[] issuerKeyHash;
    private readonly BigInteger serialNumber;

    /// <exception cref="Exception">One of those that <see cref="LibraryRefusal"/> covers, for what is malformed.</exception>
    public CertificateStatusLine(SingleResponse single)
    {
        hash = single.CertId.HashAlgorithm;
        issuerNameHash = single.CertId.IssuerNameHash.GetOctets();
        issuerKeyHash = single.CertId.IssuerKeyHash.GetOctets();
        serialNumber = single.CertId.SerialNumber.Value;
        ThisUpdate = ParsedRevocationResponse.TimeOf(single.ThisUpdate);
        NextUpdate = single.NextUpdate is { } next ? ParsedRevocationResponse.TimeOf(next) : null;
        HasUnknownCritical = ParsedRevocationResponse.Critical(single.SingleExtensions).Any();
        IsGood = single.CertStatus.TagNo == 0;
        if (single.CertStatus.TagNo == 1)
        {
            var revoked = RevokedInfo.GetInstance(single.CertStatus.Status);
            RevokedAt = ParsedRevocationResponse.TimeOf(revoked.RevocationTime);
            Reason = revoked.RevocationReason?.IntValueExact;
        }
    }

    public bool IsGood { get; }

    public DateTimeOffset? RevokedAt { get; }

    public int? Reason { get; }

    public DateTimeOffset ThisUpdate { get; }

    public DateTimeOffset? NextUpdate { get; }

    public bool HasUnknownCritical { get; }

    public bool IsOf(Certificate certificate, Certificate issuer) =>
        serialNumber.Equals(certificate.Parsed.SerialNumber)
        && Hash(issuer.Parsed.SubjectDN.GetDerEncoded()) is { } name && name.AsSpan().SequenceEqual(issuerNameHash)
        && Hash(KeyBits(issuer)) is { } key && key.AsSpan().SequenceEqual(issuerKeyHash);

    /// <summary>The value of the key's BIT STRING, without tag, length and unused bits (RFC 6960 section 4.1.1).</summary>
    public static byte[] KeyBits(Certificate certificate) => certificate.Parsed.CertificateStructure.SubjectPublicKeyInfo.PublicKey.GetOctets();

    /// <summary>SHA-1 only finds the line here and secures nothing: most responders of today still name issuers by it.</summary>
    private byte[]? Hash(byte[] data) =>
        hash.Algorithm.Equals(OiwObjectIdentifiers.IdSha1) ? Sha1(data)
        : hash.Algorithm.Equals(NistObjectIdentifiers.IdSha256) ? SHA256.HashData(data)
        : hash.Algorithm.Equals(GMObjectIdentifiers.sm3) ? Digests.Sm3Bytes(data)
        : null;

    public static byte[] Sha1(byte[] data)
    {
        var digest = new Sha1Digest();
        digest.BlockUpdate(data);
        var result = new byte[digest.GetDigestSize()];
        digest.DoFinal(result);
        return result;
    }
}
