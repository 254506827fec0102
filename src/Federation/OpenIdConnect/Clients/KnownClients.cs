using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>The relying parties that count at this moment: those of the settings, and those that registered themselves and were approved.</summary>
internal sealed class KnownClients(IOptions<RelyingPartiesOptions> options)
{
    private volatile IReadOnlyList<RelyingPartyOptions> all = options.Value.RelyingParties;

    public IReadOnlyList<RelyingPartyOptions> All => all;

    public RelyingPartyOptions? Find(string? clientId) => clientId is null ? null : all.FirstOrDefault(client => client.ClientId == clientId);

    /// <summary>Whether the settings name it: then they alone say what it may do.</summary>
    public bool IsOfSettings(string clientId) => options.Value.RelyingParties.Exists(client => client.ClientId == clientId);

    /// <summary>Takes the place of what was taken before.</summary>
    public void Take(IEnumerable<RelyingPartyOptions> registered) => all = [.. options.Value.RelyingParties, .. registered];
}
