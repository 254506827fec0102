using CrossBorder.Federation.Accounts;

namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>A session that ended, and everybody who is to hear of it.</summary>
internal sealed class SignOut
{
    /// <summary>Random, so that the page about it needs no session: there is none any more.</summary>
    public required string Id { get; init; }

    public required string ResidentId { get; init; }

    public required SessionEnd Cause { get; init; }

    public required DateTimeOffset At { get; init; }

    public List<LogoutNotice> Notices { get; init; } = [];
}
