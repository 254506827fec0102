using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Licences;

internal sealed class LicenceOptionsValidator : IValidateOptions<LicenceOptions>
{
    public ValidateOptionsResult Validate(string? name, LicenceOptions options)
    {
        if (!Uri.TryCreate(options.BaseAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return Fault("BaseAddress must be an absolute http or https address.");
        if (address.Scheme == "http" && !address.IsLoopback)
            return Fault("BaseAddress must be https: personal data travels there.");

        return ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Fault(string text) =>
        ValidateOptionsResult.Fail(ErrorCatalogue.SettingInvalid.With($"Licences: {text}").ToString());
}
