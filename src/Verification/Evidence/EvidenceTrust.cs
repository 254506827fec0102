using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Evidence;

/// <summary>Trust and revocation as a package encloses them.</summary>
internal static class EvidenceTrust
{
    public static Outcome<TrustList> Read(EvidenceFile file)
    {
        var anchors = new List<TrustAnchor>();
        foreach (var filed in file.Anchors)
        {
            var certificate = Certificate.Parse(filed.Certificate);
            if (!certificate.Succeeded)
                return Outcome<TrustList>.Refused(certificate.Errors);

            var purposes = TrustPurposes.All.Where(purpose => filed.Purposes.Contains(purpose.ToString())).ToHashSet();
            anchors.Add(new TrustAnchor(filed.Name, certificate.Value, new Jurisdiction(filed.Jurisdiction), purposes));
        }

        return ReadIntermediates(file).Map(intermediates => new TrustList(anchors, intermediates));
    }

    public static Outcome<IReadOnlyList<Certificate>> ReadIntermediates(EvidenceFile file) =>
        ReadAll(file.Intermediates, der => Certificate.Parse(der));

    public static Outcome<RevocationAnswers> ReadRevocation(EvidenceFile file) =>
        ReadAll(file.RevocationLists, der => CertificateRevocationList.Parse(der)).Map(lists => new RevocationAnswers(lists));

    private static Outcome<IReadOnlyList<T>> ReadAll<T>(IReadOnlyList<byte[]> encoded, Func<byte[], Outcome<T>> read)
    {
        var outcomes = encoded.Select(read).ToList();
        var errors = outcomes.SelectMany(outcome => outcome.Errors).ToList();
        return errors.Count > 0
            ? Outcome<IReadOnlyList<T>>.Refused(errors)
            : Outcome<IReadOnlyList<T>>.Of([.. outcomes.Select(outcome => outcome.Value)]);
    }
}
