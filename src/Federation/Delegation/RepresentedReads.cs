using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Delegation;

/// <summary>What services fetch of a principal while an agent is there stands in the principal's own list of who got their data.</summary>
internal sealed class RepresentedReads(IMandates mandates, IAuditLog audit)
{
    private static readonly string[] Personal = [HubScopes.Profile, HubScopes.Identity];

    /// <summary>Before it is given. False where it could not be written down, so that nothing may be given.</summary>
    public Task<bool> TellAsync(Representation representation, string clientId, IEnumerable<string> scopes, string sid, CancellationToken cancellationToken)
    {
        var told = Personal.Intersect(scopes, StringComparer.Ordinal).ToList();
        if (told.Count == 0)
            return Task.FromResult(true);
        PersonalDataRead.RecordFetch(audit, representation.Mandate.GivenBy, clientId, told, sid);
        return mandates.SaveAsync(cancellationToken);
    }
}
