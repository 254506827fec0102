using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>An officer has a list fetched or a responder asked. That it was wanted is recorded before the wire is used.</summary>
internal sealed class FetchRevocation(RevocationOnDemand onDemand, IRevocationLists lists, IAuditLog audit)
{
    /// <summary>CB6143, or what the fetch was refused for.</summary>
    public async Task<Outcome<bool>> RunAsync(string name, string officer, CancellationToken cancellationToken)
    {
        if (!onDemand.Knows(name))
            return ErrorCatalogue.RevocationListUnknown.With("No setting names this list or responder.");
        audit.Record("revocation.fetch_asked", AuditActors.Officer, name, new Dictionary<string, string> { ["actor"] = officer });
        await lists.SaveAsync(cancellationToken);
        return await onDemand.FetchAsync(name);
    }
}
