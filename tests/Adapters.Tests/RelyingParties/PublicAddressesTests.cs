using System.Net;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.RelyingParties;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Adapters.Tests.RelyingParties;

/// <summary>What a stranger registered leads nowhere inside, whatever its name is resolved to.</summary>
public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("3fff::1", false)]
    [InlineData("3fff:1000::1", true)]
    [InlineData("5f00::1", false)]
    [InlineData("5f01::1", true)]
    [InlineData("192.88.99.1", false)]
    [InlineData("192.88.100.1", true)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void An_address_inside_is_told_from_a_public_one(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_inside_is_not_connected_to()
    {
        using var listener = new HttpListener();
        await using var services = new ServiceCollection().AddLogoutChannel().BuildServiceProvider();
        var channel = services.GetRequiredService<ILogoutChannel>();
        var port = FreePort();
        listener.Prefixes.Add($"http://localhost:{port}/");
        listener.Start();
        var came = listener.GetContextAsync();

        var told = await channel.TellAsync(new Uri($"http://localhost:{port}/logout"), "token", publicOnly: true, TestContext.Current.CancellationToken);

        Assert.Equal("CB4040", told.Error.Code);
        Assert.False(came.IsCompleted);
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
