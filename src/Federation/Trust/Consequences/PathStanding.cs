using CrossBorder.Federation.Trust.Records;

namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>Whether what was accepted a while ago may still be built on.</summary>
internal sealed class PathStanding(ITrustUsage usage, ITrustSnapshot trust)
{
    /// <summary>True too where the path is not known: nothing is known against it.</summary>
    public async Task<bool> HoldsAsync(TrustUse use, CancellationToken cancellationToken)
    {
        if (await usage.PathAsync(use.Path, cancellationToken) is not { } path)
            return true;
        return PathJudge.Of(await usage.CertificatesAsync([path], cancellationToken)).Leads(path, trust.Current.TrustList, use.At);
    }
}
