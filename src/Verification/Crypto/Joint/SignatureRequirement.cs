using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Joint;

/// <summary>Which signatures a verifier wants before it reads a message that carries several.</summary>
public sealed class SignatureRequirement
{
    private readonly Func<IReadOnlyList<SignatureFinding>, IReadOnlyList<ExpectedSigner>, string?> missing;

    private SignatureRequirement(Func<IReadOnlyList<SignatureFinding>, IReadOnlyList<ExpectedSigner>, string?> missing) => this.missing = missing;

    /// <summary>One expected signer is enough, whichever it is; signatures of others and broken ones do no harm.</summary>
    public static SignatureRequirement Any { get; } = new((findings, _) =>
        findings.Any(finding => finding.Held) ? null : "a signature of any expected signer");

    /// <summary>
    /// Every expected signer has signed, and every signature in the message holds. Asked of the verifier's own list and never of the message,
    /// so that taking a signature away does not lower what is wanted.
    /// </summary>
    public static SignatureRequirement All { get; } = new((findings, signers) =>
    {
        var absent = signers.Where(signer => !findings.Any(finding => finding.Held && finding.Signer == signer.Name)).Select(signer => signer.Name).ToList();
        return absent.Count > 0 ? $"a signature of {string.Join(" and of ", absent)}"
            : findings.All(finding => finding.Held) ? null
            : "that every signature holds";
    });

    /// <summary>The expected signer of that name has signed.</summary>
    public static SignatureRequirement BySigner(string name) =>
        One(finding => finding.Signer == name, $"a signature of {name}");

    /// <summary>An expected signer has signed with that algorithm.</summary>
    public static SignatureRequirement ByAlgorithm(SignatureAlgorithm algorithm) =>
        One(finding => finding.Algorithm == algorithm.Name, $"a signature with {algorithm.Name}");

    /// <summary>That key has signed, for an expected signer.</summary>
    public static SignatureRequirement ByKey(VerificationKey key) =>
        One(finding => finding.Key?.IsSameKeyAs(key) == true, $"a signature with the key {key.KeyId}");

    /// <summary>An expected signer that speaks for that place has signed.</summary>
    public static SignatureRequirement ByJurisdiction(Jurisdiction jurisdiction) =>
        One(finding => finding.Jurisdiction == jurisdiction, $"a signature from {jurisdiction}");

    /// <summary>All of these at once; one signature may answer several of them.</summary>
    /// <exception cref="ArgumentException">There are none: nothing required would let anything pass.</exception>
    public static SignatureRequirement Every(params IReadOnlyCollection<SignatureRequirement> requirements) =>
        requirements.Count > 0
            ? new((findings, signers) => requirements.Select(requirement => requirement.missing(findings, signers)).FirstOrDefault(lack => lack is not null))
            : throw new ArgumentException("Something must be required.", nameof(requirements));

    /// <summary>What is lacking; null where nothing is.</summary>
    internal string? Missing(IReadOnlyList<SignatureFinding> findings, IReadOnlyList<ExpectedSigner> signers) => missing(findings, signers);

    private static SignatureRequirement One(Func<SignatureFinding, bool> wanted, string name) =>
        new((findings, _) => findings.Any(finding => finding.Held && wanted(finding)) ? null : name);
}
