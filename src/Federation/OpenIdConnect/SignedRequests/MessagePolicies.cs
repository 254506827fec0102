using CrossBorder.Federation.OpenIdConnect.Clients;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>The <see cref="MessagePolicy"/> of each client.</summary>
internal sealed class MessagePolicies(KnownClients clients)
{
    private volatile Written written = new([], new(StringComparer.Ordinal));

    public IEnumerable<MessagePolicy> All => Current.Values;

    public MessagePolicy Of(string? clientId) =>
        clientId is null ? MessagePolicy.None : Current.GetValueOrDefault(clientId, MessagePolicy.None);

    // Made anew only when the clients are others.
    private Dictionary<string, MessagePolicy> Current
    {
        get
        {
            var (all, last) = (clients.All, written);
            if (!ReferenceEquals(last.Clients, all))
                written = last = new Written(all, all.ToDictionary(client => client.ClientId, MessagePolicy.Of, StringComparer.Ordinal));
            return last.Policies;
        }
    }

    private sealed record Written(IReadOnlyList<RelyingPartyOptions> Clients, Dictionary<string, MessagePolicy> Policies);
}
