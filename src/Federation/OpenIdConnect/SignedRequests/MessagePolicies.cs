using CrossBorder.Federation.OpenIdConnect.Clients;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>The <see cref="MessagePolicy"/> of each client.</summary>
internal sealed class MessagePolicies(IOptions<RelyingPartiesOptions> options)
{
    private readonly Dictionary<string, MessagePolicy> policies =
        options.Value.RelyingParties.ToDictionary(client => client.ClientId, MessagePolicy.Of, StringComparer.Ordinal);

    public IEnumerable<MessagePolicy> All => policies.Values;

    public MessagePolicy Of(string? clientId) =>
        clientId is null ? MessagePolicy.None : policies.GetValueOrDefault(clientId, MessagePolicy.None);
}
