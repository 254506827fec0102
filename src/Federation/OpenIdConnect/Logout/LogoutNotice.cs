using CrossBorder.Federation.Notices;

namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>What one relying party is to hear of one sign-out.</summary>
internal sealed class LogoutNotice : QueuedNotice, IToldToClient
{
    public required string SignOutId { get; init; }

    public required string ClientId { get; init; }

    /// <summary>What the relying party knows the session by.</summary>
    public required string Sid { get; init; }

    /// <summary>What it knows the resident by.</summary>
    public required string Subject { get; init; }
}
