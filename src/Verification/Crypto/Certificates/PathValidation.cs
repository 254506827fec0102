using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// The rules of RFC 5280 section 6 over paths already found, whose names, signatures and dates hold. They are our own and not the library's,
/// so that a refusal names the link and says what is wrong with it, and so that keys in the form of GM/T 0015 are taken;
/// tests hold them against the library's validator. Revocation comes afterwards, see <see cref="RevocationStatus"/>.
/// </summary>
internal static class PathValidation
{
    /// <summary>The first path that holds, or what is wrong with the first: an authority may have an old and a renewed certificate.</summary>
    public static Outcome<CertificatePath> Choose(IReadOnlyList<CertificatePath> paths, ChainRequest request)
    {
        Error? first = null;
        foreach (var path in paths)
        {
            if (Violation(path, request) is not { } violation)
                return path;
            first ??= violation;
        }

        return first!;
    }

    private static Error? Violation(CertificatePath path, ChainRequest request) =>
        DistrustRule.Violation(path, request)
        ?? CriticalExtensionRule.Violation(path)
        ?? AuthorityRules.Violation(path, request)
        ?? NameConstraintRule.Violation(path)
        ?? PolicyRule.Violation(path, request);
}
