using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Delegation;

/// <summary>Section <c>RelyingParties</c>, as far as it says who serves agents.</summary>
internal sealed class DelegationClientsOptions
{
    public List<DelegationClient> RelyingParties { get; set; } = [];

    /// <summary>The services at which somebody may act for another.</summary>
    public IReadOnlyList<string> Names => [.. RelyingParties.Where(client => client.Delegation).Select(client => client.ClientId)];
}

internal sealed class DelegationClient
{
    public string ClientId { get; set; } = "";

    /// <summary>The service understands tokens that say who acts for whom. One that does not would take the agent for the principal.</summary>
    public bool Delegation { get; set; }

    public string Type { get; set; } = "";

    public List<string> GrantTypes { get; set; } = [];
}

internal sealed class DelegationClientsOptionsValidator : IValidateOptions<DelegationClientsOptions>
{
    private const string Confidential = "confidential";
    private const string Code = "authorization_code";

    public ValidateOptionsResult Validate(string? name, DelegationClientsOptions options)
    {
        var faults = new SettingFaults();
        foreach (var client in options.RelyingParties.Where(client => client.Delegation && (client.Type != Confidential || !client.GrantTypes.Contains(Code))))
            faults.Invalid($"RelyingParties:{client.ClientId}:Delegation", $"needs a {Confidential} client with the grant {Code}");
        return faults.ToResult();
    }
}
