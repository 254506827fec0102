using System.Text.Json;
using Microsoft.AspNetCore.Authentication;

namespace CrossBorder.Adapters.Ports;

/// <summary>What signing in at a home without assertions gives: a right to ask, not yet an identity.</summary>
/// <param name="AccessToken">To be shown with every question.</param>
/// <param name="Subject">The home's identifier of the resident for this service, and for no other.</param>
/// <param name="Strong">Whether the resident's account there was opened by stronger means, so that a step-up with it counts for most.</param>
public sealed record HomeGrant(string AccessToken, string Subject, bool Strong)
{
    private const string Item = "crossborder.grant";

    /// <summary>Hands it over through authentication properties.</summary>
    public void KeepIn(AuthenticationProperties properties) => properties.Items[Item] = JsonSerializer.Serialize(this);

    /// <summary>What a scheme handed over; null where it is none of these.</summary>
    public static HomeGrant? Of(AuthenticationProperties? properties) =>
        properties is not null && properties.Items.TryGetValue(Item, out var grant) && grant is not null
            ? JsonSerializer.Deserialize<HomeGrant>(grant)
            : null;
}
