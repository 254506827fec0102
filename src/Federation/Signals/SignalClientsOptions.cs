using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Signals;

/// <summary>Section <c>RelyingParties</c>, as far as it says who receives events.</summary>
internal sealed class SignalClientsOptions
{
    public List<SignalClient> RelyingParties { get; set; } = [];

    public SignalClient? Find(string clientId) => RelyingParties.Find(client => client.ClientId == clientId);
}

internal sealed class SignalClient
{
    public string ClientId { get; set; } = "";

    /// <summary>Addresses that the client may have events posted to: what a stream names is one of these, to the letter.</summary>
    public List<string> EventEndpoints { get; set; } = [];

    /// <summary>What the hub signs events with; the algorithm of the client's id tokens where null.</summary>
    public string? EventAlgorithm { get; set; }

    public string? IdTokenAlgorithm { get; set; }

    public string? Algorithm => EventAlgorithm ?? IdTokenAlgorithm;

    public List<string> Scopes { get; set; } = [];
}

internal sealed class SignalClientsOptionsValidator(IConfiguration configuration, IHostEnvironment environment) : IValidateOptions<SignalClientsOptions>
{
    public ValidateOptionsResult Validate(string? name, SignalClientsOptions options)
    {
        var faults = new SettingFaults();
        var algorithms = (configuration.GetSection("SigningKeys").Get<List<SigningKeyOptions>>() ?? [])
            .Where(key => key.Uses.Contains(KeyUses.Tokens)).Select(key => key.Algorithm).ToHashSet(StringComparer.Ordinal);
        foreach (var client in options.RelyingParties)
        {
            var setting = $"RelyingParties:{client.ClientId}";
            foreach (var address in client.EventEndpoints.Where(address => !PostAddress.IsSafe(address, environment)))
                faults.Invalid($"{setting}:EventEndpoints", $"holds '{address}', {PostAddress.Fault}");
            if (client.EventAlgorithm is { } algorithm && !algorithms.Contains(algorithm))
                faults.Invalid($"{setting}:EventAlgorithm", $"is '{algorithm}', for which no signing key for tokens is configured");
            if (client.EventEndpoints.Count > 0 && !client.Scopes.Contains(HubScopes.SharedSignals))
                faults.Invalid($"{setting}:EventEndpoints", $"goes with the scope '{HubScopes.SharedSignals}'");
        }

        return faults.ToResult();
    }
}
