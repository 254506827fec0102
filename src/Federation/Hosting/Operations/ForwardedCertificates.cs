using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>
/// The client certificate of a connection that ends at a proxy in front of the hub, as the proxy hands it on: an item of RFC 9440, or PEM with
/// percent signs as common proxies write it. What is not from a named proxy is dropped, and so is the proxy's own certificate. The key was proved to
/// the proxy; whether the certificate is trusted is judged here, SM2 certificates of a proxy that speaks TLCP or RFC 8998 among them.
/// </summary>
internal sealed class ForwardedCertificates(RequestDelegate next, IOptions<ProxiesOptions> proxies, IOptions<ForwardedHeadersOptions> known)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (proxies.Value.CertificateHeader is { } name)
        {
            var value = context.Request.Headers[name];
            context.Request.Headers.Remove(name);
            if (IsProxy(context.Connection.RemoteIpAddress))
                context.Connection.ClientCertificate = value is [{ Length: > 0 } certificate] ? Read(certificate) : null;
        }

        await next(context);
    }

    private bool IsProxy(IPAddress? address)
    {
        if (address is null)
            return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return known.Value.KnownProxies.Contains(plain) || known.Value.KnownIPNetworks.Any(network => network.Contains(plain));
    }

    /// <summary>Null for what is no certificate: the request is then one without.</summary>
    private static X509Certificate2? Read(string value)
    {
        try
        {
            return value.StartsWith(':') && value.EndsWith(':') && value.Length > 1
                ? X509CertificateLoader.LoadCertificate(Convert.FromBase64String(value[1..^1]))
                : X509CertificateLoader.LoadCertificate(Encoding.ASCII.GetBytes(Uri.UnescapeDataString(value)));
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
