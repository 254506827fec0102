using System.Net;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting.Operations;

internal sealed class ProxiesOptionsValidator : IValidateOptions<ProxiesOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxiesOptions options)
    {
        var faults = new SettingFaults();
        foreach (var proxy in options.Trusted.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)))
            faults.Invalid("Proxies:Trusted", $"holds '{proxy}', which is neither an address nor a network such as 10.0.0.0/24");
        if (options.CertificateHeader is not null && options.Trusted.Count == 0)
            faults.Invalid("Proxies:CertificateHeader", "goes with Proxies:Trusted: nobody's word would be taken");
        return faults.ToResult();
    }
}
