using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>The counts of this node: one by address, before anybody is known, and one by client, once a token was read.</summary>
internal sealed class RateLimits(IOptions<RateLimitsOptions> options) : IDisposable
{
    private const int NetworkBytes = 8;

    public PartitionedRateLimiter<HttpContext> ByAddress { get; } = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetTokenBucketLimiter(Network(context.Connection.RemoteIpAddress), _ => options.Value.Address.ToBucket()));

    public PartitionedRateLimiter<HttpContext> ByClient { get; } = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        context.User.FindFirst("client_id")?.Value is { } client
            ? RateLimitPartition.GetTokenBucketLimiter(client, _ => options.Value.Client.ToBucket())
            : RateLimitPartition.GetNoLimiter(""));

    public void Dispose()
    {
        ByAddress.Dispose();
        ByClient.Dispose();
    }

    /// <summary>One subscriber has a whole /64 of IPv6 and could ask from another address each time.</summary>
    internal static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }
}
