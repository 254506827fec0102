namespace CrossBorder.Federation.SignIn.Upstream;

/// <summary>What a home says unasked, and how it must be written.</summary>
/// <param name="Type">The header <c>typ</c>: what is signed for one purpose never passes for the other (RFC 8725 section 3.11).</param>
/// <param name="MaximumAge">How long after it was signed it is taken.</param>
internal sealed record HomeMessageKind(string Type, TimeSpan MaximumAge)
{
    public const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>A logout token (Back-Channel Logout 1.0 section 2.4): short-lived, and told once.</summary>
    public static HomeMessageKind Logout { get; } = new("logout+jwt", TimeSpan.FromMinutes(5));

    /// <summary>A security event (RFC 8417): a transmitter may try for a while until it gets through.</summary>
    public static HomeMessageKind SecurityEvent { get; } = new("secevent+jwt", TimeSpan.FromHours(24));
}
