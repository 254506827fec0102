using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Trust;

/// <summary>Whom to believe: anchors, and intermediates that help to find a path but are not trusted by themselves.</summary>
public sealed class TrustList(IReadOnlyList<TrustAnchor> anchors, IReadOnlyList<Certificate>? intermediates = null)
{
    /// <summary>The trusted roots.</summary>
    public IReadOnlyList<TrustAnchor> Anchors { get; } = anchors;

    /// <summary>Known certificates of authorities between roots and leaves.</summary>
    public IReadOnlyList<Certificate> Intermediates { get; } = intermediates ?? [];
}
