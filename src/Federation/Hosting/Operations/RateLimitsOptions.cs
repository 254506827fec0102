namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>
/// Section <c>RateLimits</c>: against a loop or a flood, not against guessing, for which each form has its own count. Generous,
/// because a whole department or the servers of a relying party may ask from one address.
/// </summary>
internal sealed class RateLimitsOptions
{
    /// <summary>All requests from one address; of IPv6, from one /64.</summary>
    public RateLimit Address { get; set; } = new() { PerSecond = 2_000, Burst = 20_000 };

    /// <summary>Requests to the APIs with the tokens of one client.</summary>
    public RateLimit Client { get; set; } = new() { PerSecond = 1_000, Burst = 10_000 };
}
