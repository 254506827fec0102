using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Delegation;

/// <summary>
/// By what somebody may act for somebody else at this moment. Asked at each use, so that a mandate that ended, a consent that was withdrawn and a
/// home that is trusted no more count at once.
/// </summary>
internal sealed class Representations(IMandates mandates, IHomes homes, PathStanding standing, TimeProvider clock)
{
    /// <summary>All by which that resident may act at that service now.</summary>
    public async Task<IReadOnlyList<Mandate>> ListAsync(string agentId, string clientId, CancellationToken cancellationToken)
    {
        var lasting = new List<Mandate>();
        foreach (var mandate in await LiveAsync(agentId, clientId, cancellationToken))
        {
            if (await StandsAsync(mandate, cancellationToken))
                lasting.Add(mandate);
        }

        return lasting;
    }

    /// <summary>Null where that resident may not act by that mandate at that service now.</summary>
    public async Task<Representation?> FindAsync(string mandateId, string agentId, string clientId, CancellationToken cancellationToken)
    {
        var mandate = (await LiveAsync(agentId, clientId, cancellationToken)).FirstOrDefault(live => live.Id == mandateId);
        return mandate is not null && await StandsAsync(mandate, cancellationToken)
            ? new Representation(mandate, VerifiedIdentityJson.Read(mandate.Identity).Value)
            : null;
    }

    /// <param name="name">What the holder of a token knows the mandate by.</param>
    /// <param name="holder">Who holds it.</param>
    /// <param name="agentId">Who acts.</param>
    /// <param name="clientId">The service that the principal agreed to: where the agent signed in.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Representation?> FindNamedAsync(string name, string holder, string agentId, string clientId, CancellationToken cancellationToken) =>
        await mandates.FindNamedAsync(name, holder, cancellationToken) is { } id ? await FindAsync(id, agentId, clientId, cancellationToken) : null;

    private Task<IReadOnlyList<Mandate>> LiveAsync(string agentId, string clientId, CancellationToken cancellationToken) =>
        mandates.LiveAsync(agentId, clientId, clock.GetUtcNow(), cancellationToken);

    /// <summary>Whether the principal's home is still one of ours, and what it signed may still be built on.</summary>
    private async Task<bool> StandsAsync(Mandate mandate, CancellationToken cancellationToken) =>
        homes.Find(mandate.Home) is not null
        && (mandate.TrustPath is not { } path
            || await standing.HoldsAsync(
                new TrustUse(path, mandate.VerifiedAt, TrustPurpose.AssertionSigning, mandate.Home, "", null, ""), cancellationToken));
}

/// <summary>A mandate in use, with the one whom it is for.</summary>
internal sealed record Representation(Mandate Mandate, VerifiedIdentity Principal)
{
    public EnterpriseFacts? Enterprise => Mandate.Enterprise is { } json ? EnterpriseFacts.Read(json) : null;

    public AssuranceLevel Assurance => AssuranceLevels.ParseUrn(Mandate.Assurance).Value;

    /// <summary>Nothing of anybody gets into a log by way of a record's text.</summary>
    public override string ToString() => nameof(Representation);
}
