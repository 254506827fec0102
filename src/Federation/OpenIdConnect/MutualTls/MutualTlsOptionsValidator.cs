using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.MutualTls;

internal sealed class MutualTlsOptionsValidator : IValidateOptions<MutualTlsOptions>
{
    public ValidateOptionsResult Validate(string? name, MutualTlsOptions options)
    {
        var faults = new SettingFaults();
        if (options.Address is { } address
            && (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.Query.Length > 0 || uri.Fragment.Length > 0))
            faults.Invalid("MutualTls:Address", "must be an https address without query and fragment, such as https://mtls.hub.example/");
        return faults.ToResult();
    }
}
