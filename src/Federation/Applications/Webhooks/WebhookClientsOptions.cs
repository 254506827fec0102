using CrossBorder.Adapters.RelyingParties;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Webhooks;

/// <summary>Section <c>RelyingParties</c>, as far as it says who hears of cases.</summary>
internal sealed class WebhookClientsOptions
{
    public List<WebhookClient> RelyingParties { get; set; } = [];
}

internal sealed class WebhookClient
{
    public string ClientId { get; set; } = "";

    /// <summary>Where it wants to hear that the status of a case changed which was filed through it; null where it does not.</summary>
    public string? StatusWebhook { get; set; }

    /// <summary>What the hub signs with; the algorithm of its id tokens where null.</summary>
    public string? StatusWebhookAlgorithm { get; set; }

    public string? IdTokenAlgorithm { get; set; }

    public string? Algorithm => StatusWebhookAlgorithm ?? IdTokenAlgorithm;
}

internal sealed class WebhookClientsOptionsValidator(IConfiguration configuration, IHostEnvironment environment) : IValidateOptions<WebhookClientsOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookClientsOptions options)
    {
        var faults = new SettingFaults();
        var algorithms = (configuration.GetSection("SigningKeys").Get<List<SigningKeyOptions>>() ?? [])
            .Where(key => key.Uses.Contains(KeyUses.Tokens)).Select(key => key.Algorithm).ToHashSet(StringComparer.Ordinal);
        foreach (var client in options.RelyingParties.Where(client => client.StatusWebhook is not null))
        {
            var setting = $"RelyingParties:{client.ClientId}";
            if (!PostAddress.IsSafe(client.StatusWebhook!, environment))
                faults.Invalid($"{setting}:StatusWebhook", $"is '{client.StatusWebhook}', {PostAddress.Fault}");
            if (client.Algorithm is not { } algorithm || !RelyingPartyExtensions.StatusAlgorithms.Contains(algorithm))
                faults.Invalid($"{setting}:StatusWebhookAlgorithm", $"must be one of {string.Join(", ", RelyingPartyExtensions.StatusAlgorithms)}");
            else if (!algorithms.Contains(algorithm))
                faults.Invalid($"{setting}:StatusWebhookAlgorithm", $"is '{algorithm}', for which no signing key for tokens is configured");
        }

        return faults.ToResult();
    }
}
