using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// Asks lists and OCSP responses about every certificate of a path. The library's own validator calls a missing and a stale list by one name
/// and knows no grace; here each has its own refusal, for they have different cures.
/// </summary>
internal static class RevocationStatus
{
    public static Outcome<RevocationFindings> Check(CertificatePath path, ChainRequest request)
    {
        var required = request.RevocationPolicy.RequirementOf(request.Purpose) != RevocationRequirement.NotRequired;
        var verdicts = new List<RevocationVerdict>();
        for (var index = 0; index < path.Path.Count; index++)
        {
            var verdict = Ask(path, index, request);
            if (verdict.Refusal is { } refusal && (required || verdict.IsFinal))
                return refusal;

            verdicts.Add(verdict);
        }

        return new RevocationFindings(
            [.. verdicts.Select(verdict => verdict.List).OfType<CertificateRevocationList>().Distinct()],
            [.. verdicts.Select(verdict => verdict.Response).OfType<RevocationResponse>().Distinct()]);
    }

    private static RevocationVerdict Ask(CertificatePath path, int index, ChainRequest request)
    {
        var (certificate, issuer, link) = (path.Path[index], path.IssuerOf(index), path.NameOf(index));
        var byList = ListVerdict.Ask(certificate, issuer, link, request);
        if (byList.IsFinal || ResponseVerdict.Ask(certificate, issuer, link, request) is not { } byResponse)
            return byList;
        if (byResponse.IsFinal || byList.Refusal is null)
            return byResponse.IsFinal ? byResponse : byList;

        // Where neither clears it, the one that was at least there says more than that the other is missing.
        return byResponse.Refusal is null || byList.Refusal.Descriptor == ErrorCatalogue.RevocationMissing ? byResponse : byList;
    }
}
