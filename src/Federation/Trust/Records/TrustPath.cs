using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;
using Base64Url = System.Buffers.Text.Base64Url;

namespace CrossBorder.Federation.Trust.Records;

/// <summary>
/// A chain that some party signs with. There are few of them, so that a question about a certificate is one about a handful of rows,
/// however many sign-ins rest on them.
/// </summary>
internal sealed class TrustPath
{
    /// <summary>Longer chains are led by no path to an anchor; they are not kept.</summary>
    public const int Longest = 8;

    /// <summary>SHA-256 over all that follows, base64url.</summary>
    public required string Id { get; init; }

    public required TrustPurpose Purpose { get; init; }

    /// <summary>Code of the jurisdiction whose anchors were asked for.</summary>
    public required string Jurisdiction { get; init; }

    public required string Party { get; init; }

    /// <summary>Fingerprints of the certificates that came with the message, leaf first, separated by spaces.</summary>
    public required string Presented { get; init; }

    /// <summary>Fingerprints from the leaf to the anchor, separated by spaces; empty for a chain that was refused.</summary>
    public required string Fingerprints { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The last acceptance among records that were removed since; null where all of them are still there.</summary>
    public DateTimeOffset? LastUsed { get; set; }

    public bool WasAccepted => Fingerprints.Length > 0;

    public IReadOnlyList<string> PresentedFingerprints => Presented.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Every certificate that it names.</summary>
    public IEnumerable<string> AllFingerprints => PresentedFingerprints.Concat(Fingerprints.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal);

    /// <summary>Whether what was accepted over it leads through that certificate.</summary>
    public bool LeadsThrough(string fingerprint) => Fingerprints.Split(' ').Contains(fingerprint, StringComparer.Ordinal);

    public static TrustPath Of(TrustParty party, IReadOnlyList<Certificate> presented, VerifiedChain? chain, DateTimeOffset now)
    {
        var sent = Join(presented);
        var path = chain is null ? "" : Join([.. chain.Path, chain.Anchor.Certificate]);
        var text = string.Join('\n', party.Purpose, party.Jurisdiction, party.Name, sent, path);
        return new TrustPath
        {
            Id = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Purpose = party.Purpose,
            Jurisdiction = party.Jurisdiction.Code,
            Party = party.Name,
            Presented = sent,
            Fingerprints = path,
            FirstSeen = now,
        };
    }

    private static string Join(IEnumerable<Certificate> certificates) => string.Join(' ', certificates.Select(certificate => certificate.Sha256Thumbprint));
}

/// <summary>Whose signature is judged, and what for.</summary>
/// <param name="Name">Issuer of a home, URI of a department or a directory.</param>
internal sealed record TrustParty(TrustPurpose Purpose, Jurisdiction Jurisdiction, string Name);

/// <summary>That a path names a certificate: the index from fingerprints to all that rests on them.</summary>
internal sealed class TrustPathCertificate
{
    public required string Fingerprint { get; init; }

    public required string Path { get; init; }
}
