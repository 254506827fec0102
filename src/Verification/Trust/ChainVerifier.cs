using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Trust;

/// <summary>
/// Judges certificate chains of RSA, ECDSA and SM2 keys, mixed as they come. Whatever is not known counts as no.
/// </summary>
public static class ChainVerifier
{
    /// <summary>
    /// Finds and verifies a path (RFC 5280 section 6) from the leaf to an anchor of the jurisdiction and purpose, revocation included.
    /// Refusals: CB3010 to CB3019, CB3044, CB3045, CB3048 and CB3049, each naming the link at fault by its index (0 is the signer's certificate) and subject.
    /// </summary>
    public static Outcome<VerifiedChain> Verify(IReadOnlyList<Certificate> presentedLeafFirst, ChainRequest request) =>
        FindPath(presentedLeafFirst, request)
            .Then(path => AskRevocation(path, request)
            .Map(found => new VerifiedChain(path, found)));

    /// <summary>
    /// Whether there is a path at all, and to which anchor, revocation left aside: for asking what rests on a change of the trust list,
    /// which must not depend on how fresh the revocation lists are. Refusals: CB3010 to CB3012, CB3017, CB3018, CB3048 and CB3049.
    /// </summary>
    public static Outcome<TrustAnchor> VerifyPath(IReadOnlyList<Certificate> presentedLeafFirst, ChainRequest request) =>
        FindPath(presentedLeafFirst, request).Map(path => path.Anchor);

    /// <summary>
    /// The path that a certificate has to any anchor of the list, whatever place, purpose and time: leaf first, the anchor's own last.
    /// Empty where there is none. Nothing is trusted by it; it is for showing to an officer.
    /// </summary>
    /// <param name="presentedLeafFirst">The certificate, and others that came with it.</param>
    /// <param name="trustList">Whom to look for.</param>
    public static IReadOnlyList<Certificate> Trace(IReadOnlyList<Certificate> presentedLeafFirst, TrustList trustList)
    {
        ArgumentNullException.ThrowIfNull(presentedLeafFirst);
        return presentedLeafFirst.Count > 0 && PathSearch.Reach(presentedLeafFirst, new ChainRequest(
            trustList, default, default, default, RevocationAnswers.Empty, new RevocationPolicy(TimeSpan.Zero))) is { } path ? [.. path.WithAnchor] : [];
    }

    /// <summary>The path without revocation; CB3010 to CB3012, CB3017, CB3018, CB3048 and CB3049.</summary>
    internal static Outcome<CertificatePath> FindPath(IReadOnlyList<Certificate> presentedLeafFirst, ChainRequest request)
    {
        if (presentedLeafFirst.Count == 0)
            return ErrorCatalogue.ChainUntrusted.With("No certificate was presented.");
        if (DirectTrust.Of(presentedLeafFirst[0], request.TrustList) is { Count: > 0 } admissions && PathSearch.Reach(presentedLeafFirst, request) is null)
            return DirectTrust.Judge(presentedLeafFirst, admissions, request);
        if (LeafUsage.Violation(presentedLeafFirst[0], request.Purpose) is { } violation)
            return violation;

        return PathSearch.Find(presentedLeafFirst, request).Then(found => PathValidation.Choose(found, request));
    }

    /// <summary>Revocation of every certificate of a path, unless officers alone answer for it; CB3013 to CB3016, CB3019, CB3044 and CB3045.</summary>
    internal static Outcome<RevocationFindings> AskRevocation(CertificatePath path, ChainRequest request) =>
        path.Direct is null ? RevocationStatus.Check(path, request) : new RevocationFindings([], []);
}
