using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Pkix;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// Name constraints (RFC 5280 section 4.2.1.10): an authority says which names those below it may carry. The anchor's own count too.
/// </summary>
internal static class NameConstraintRule
{
    /// <summary>The forms of name that constraints are compared for; one on any other form is not understood.</summary>
    private static readonly int[] Compared =
        [GeneralName.Rfc822Name, GeneralName.DnsName, GeneralName.DirectoryName, GeneralName.UniformResourceIdentifier, GeneralName.IPAddress];

    public static Error? Violation(CertificatePath path)
    {
        var constraints = new PkixNameConstraintValidator();
        var any = false;
        for (var index = path.Path.Count; index >= 0; index--)
        {
            var certificate = path.At(index);
            if (any && (index == 0 || !certificate.Extensions.IsSelfIssued) && Forbidden(certificate, constraints) is { } name)
                return path.Refuse(index, ErrorCatalogue.ChainUntrusted, $"has a name that an authority above it may not certify (name constraints): {name}.");

            if (index == 0 || certificate.Extensions.NameConstraints is not { } added)
                continue;
            if (!TryAdd(constraints, added))
                return path.Refuse(index, ErrorCatalogue.ChainUntrusted, "has name constraints of a form that is not understood here.");
            any = true;
        }

        return null;
    }

    private static bool TryAdd(PkixNameConstraintValidator constraints, NameConstraints added)
    {
        try
        {
            var permitted = added.PermittedSubtreesValue?.GetElements() ?? [];
            var excluded = added.ExcludedSubtreesValue?.GetElements() ?? [];
            if (permitted.Concat(excluded).Any(subtree => !Compared.Contains(subtree.Base.TagNo)))
                return false;

            if (added.PermittedSubtreesValue is { } subtrees)
                constraints.IntersectPermittedSubtree(subtrees.Elements);
            foreach (var subtree in excluded)
                constraints.AddExcludedSubtree(subtree);
            return true;
        }
        catch (Exception exception) when (exception is PkixNameConstraintValidatorException || LibraryRefusal.Is(exception))
        {
            return false;
        }
    }

    /// <summary>The first name that is forbidden, or that cannot be compared.</summary>
    private static string? Forbidden(Certificate certificate, PkixNameConstraintValidator constraints)
    {
        var subject = certificate.Parsed.SubjectDN;
        if (subject.GetOidList().Count > 0 && !Allows(() => constraints.CheckDN(subject)))
            return certificate.Subject;

        // E-mail addresses in the subject count as such where the alternative names give none (RFC 5280 section 6.1.3 b).
        foreach (var address in subject.GetValueList(X509Name.EmailAddress))
        {
            if (!Allows(() => constraints.CheckName(new GeneralName(GeneralName.Rfc822Name, address))))
                return address;
        }

        return certificate.Extensions.AlternativeNames.FirstOrDefault(name => !Allows(() => constraints.CheckName(name)))?.ToString();
    }

    private static bool Allows(Action check)
    {
        try
        {
            check();
            return true;
        }
        catch (Exception exception) when (exception is PkixNameConstraintValidatorException || LibraryRefusal.Is(exception))
        {
            return false;
        }
    }
}
