using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// Certificate policies (RFC 5280 section 6.1). Mappings are not applied, and a critical one is refused by <see cref="CriticalExtensionRule"/>:
/// without them the policy tree is the set of those policies that every certificate so far has stated.
/// </summary>
internal sealed class PolicyRule
{
    private const string AnyPolicy = "2.5.29.32.0";
    private readonly CertificatePath path;
    private readonly IReadOnlySet<string> required;

    /// <summary>What all so far have in common; null stands for any policy.</summary>
    private HashSet<string>? common;
    private int untilExplicit;
    private int untilAnyIsInhibited;

    private PolicyRule(CertificatePath path, IReadOnlySet<string> required)
    {
        this.path = path;
        this.required = required;
        untilExplicit = required.Count > 0 ? 0 : path.Path.Count + 1;
        untilAnyIsInhibited = path.Path.Count + 1;
    }

    public static Error? Violation(CertificatePath path, ChainRequest request) => new PolicyRule(path, request.RequiredPolicies).Violation();

    private Error? Violation()
    {
        for (var index = path.Path.Count - 1; index >= 0; index--)
        {
            var extensions = path.Path[index].Extensions;
            Narrow(extensions, isLeaf: index == 0);
            if (untilExplicit <= 0 && common is { Count: 0 })
                return Refuse(index);
            if (index > 0)
                Prepare(extensions);
        }

        // What is left to skip after the last certificate is nothing (RFC 5280 section 6.1.5 a and b).
        var isExplicit = untilExplicit <= 1 || path.Path[0].Extensions.RequireExplicitPolicy == 0;
        if (common is { Count: 0 } && isExplicit)
            return Refuse(0);
        return required.Count > 0 && common is not null && !common.Overlaps(required) ? Refuse(0) : null;
    }

    private void Narrow(CertificateExtensions extensions, bool isLeaf)
    {
        if (extensions.Policies is not { } stated)
        {
            common = [];
            return;
        }

        if (stated.Contains(AnyPolicy) && (untilAnyIsInhibited > 0 || (!isLeaf && extensions.IsSelfIssued)))
            return;

        common = common is null ? [.. stated] : [.. common.Intersect(stated, StringComparer.Ordinal)];
        common.Remove(AnyPolicy);
    }

    private void Prepare(CertificateExtensions extensions)
    {
        if (!extensions.IsSelfIssued)
        {
            untilExplicit = Math.Max(0, untilExplicit - 1);
            untilAnyIsInhibited = Math.Max(0, untilAnyIsInhibited - 1);
        }

        untilExplicit = Math.Min(untilExplicit, extensions.RequireExplicitPolicy ?? int.MaxValue);
        untilAnyIsInhibited = Math.Min(untilAnyIsInhibited, extensions.InhibitAnyPolicy ?? int.MaxValue);
    }

    private Error Refuse(int index)
    {
        var stated = path.Path[index].Extensions.Policies is { Count: > 0 } policies ? string.Join(", ", policies.Order(StringComparer.Ordinal)) : "none";
        var wanted = required.Count > 0 ? $"one of {string.Join(", ", required.Order(StringComparer.Ordinal))} is required" : "an authority above it demands one that all have in common";
        return path.Refuse(index, ErrorCatalogue.CertificatePolicyMissing, $"states these policies: {stated}; {wanted}.");
    }
}
