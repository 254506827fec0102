using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Http;

namespace CrossBorder.Adapters.Ports;

/// <summary>Told by the scheme of the administration's own provider how a visit there ended. Each writes the answer to the browser.</summary>
public interface IOfficerArrivals
{
    /// <summary>The provider vouches for somebody. Whether that is an officer of the hub is for the hub to say.</summary>
    Task ArrivedAsync(HttpContext context, OfficerArrival arrival);

    /// <summary>Nobody arrived.</summary>
    Task RefusedAsync(HttpContext context, Error error);
}

/// <summary>What the provider's signed id token says, and what the visit was made for.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">Who, in the provider's words.</param>
/// <param name="Name">Claim <c>preferred_username</c>; empty where there is none.</param>
/// <param name="Roles">Values of the role claim.</param>
/// <param name="Groups">Values of the group claim.</param>
/// <param name="Level">Claim <c>acr</c>; null where there is none.</param>
/// <param name="Methods">Values of claim <c>amr</c> (RFC 8176).</param>
/// <param name="AuthenticatedAt">Claim <c>auth_time</c>; null where there is none.</param>
/// <param name="AskedAt">When the hub sent the browser there.</param>
/// <param name="Purpose">As the hub gave it along.</param>
/// <param name="Reference">As the hub gave it along; empty where it gave none.</param>
/// <param name="Back">Where the officer was going.</param>
public sealed record OfficerArrival(
    string Issuer, string Subject, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Groups, string? Level, IReadOnlyList<string> Methods,
    DateTimeOffset? AuthenticatedAt, DateTimeOffset AskedAt, string Purpose, string Reference, string Back);

/// <summary>What the hub tells the scheme of officers' provider through authentication properties. The browser cannot read or change it.</summary>
public static class OfficerVisit
{
    /// <summary>Item: what the visit is for.</summary>
    public const string Purpose = "crossborder.officer.purpose";

    /// <summary>Item: what the purpose is about.</summary>
    public const string Reference = "crossborder.officer.reference";

    /// <summary>Parameter: passed on to the provider.</summary>
    public const string Languages = "ui_locales";
}
