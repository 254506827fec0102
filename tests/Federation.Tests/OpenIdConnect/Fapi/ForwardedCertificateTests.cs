using System.Net;
using CrossBorder.Federation.Hosting.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>Whose word is taken for a client certificate.</summary>
public sealed class ForwardedCertificateTests
{
    private const string Header = "Client-Cert";

    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("::ffff:10.0.0.5", true)]
    [InlineData("10.0.1.9", true)]
    [InlineData("10.0.0.6", false)]
    [InlineData("127.0.0.1", false)]
    public async Task A_certificate_is_taken_from_named_proxies_alone_and_the_header_goes_no_further(string from, bool taken)
    {
        var context = await PassAsync(from, "Client-Cert");
        Assert.Equal(taken, context.Connection.ClientCertificate is not null);
        Assert.False(context.Request.Headers.ContainsKey(Header));
    }

    [Fact]
    public async Task Nothing_is_read_where_no_header_is_named() =>
        Assert.Null((await PassAsync("10.0.0.5", null)).Connection.ClientCertificate);

    [Fact]
    public async Task The_proxys_own_certificate_is_not_taken_for_a_clients()
    {
        using var own = FapiHub.NewCertificate();
        var context = await PassAsync("10.0.0.5", Header, value: null, context => context.Connection.ClientCertificate = own);
        Assert.Null(context.Connection.ClientCertificate);
    }

    private static async Task<HttpContext> PassAsync(string from, string? header) => await PassAsync(from, header, Certificate(), _ => { });

    private static async Task<HttpContext> PassAsync(string from, string? header, string? value, Action<HttpContext> prepare)
    {
        var known = new ForwardedHeadersOptions();
        known.KnownProxies.Clear();
        known.KnownIPNetworks.Clear();
        known.KnownProxies.Add(IPAddress.Parse("10.0.0.5"));
        known.KnownIPNetworks.Add(System.Net.IPNetwork.Parse("10.0.1.0/24"));
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        if (value is not null)
            context.Request.Headers[Header] = value;
        prepare(context);
        var middleware = new ForwardedCertificates(_ => Task.CompletedTask, Options.Create(new ProxiesOptions { CertificateHeader = header }), Options.Create(known));
        await middleware.InvokeAsync(context);
        return context;
    }

    private static string Certificate()
    {
        using var certificate = FapiHub.NewCertificate();
        return $":{Convert.ToBase64String(certificate.RawData)}:";
    }
}
