using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Scanning;

/// <summary>Section <c>MaterialScanner</c>.</summary>
public sealed class MaterialScannerOptions
{
    /// <summary>
    /// Where a clamd listens: <c>tcp://127.0.0.1:3310</c> or <c>unix:///run/clamav/clamd.ctl</c>. Empty where uploads are not scanned here.
    /// </summary>
    public string Address { get; set; } = "";

    /// <summary>How long one file may take.</summary>
    public TimeSpan Within { get; set; } = TimeSpan.FromSeconds(20);
}

internal sealed class MaterialScannerOptionsValidator : IValidateOptions<MaterialScannerOptions>
{
    public ValidateOptionsResult Validate(string? name, MaterialScannerOptions options)
    {
        if (options.Within <= TimeSpan.Zero)
            return Fault("MaterialScanner:Within must be more than zero.");
        if (options.Address.Length == 0)
            return ValidateOptionsResult.Success;
        if (!Uri.TryCreate(options.Address, UriKind.Absolute, out var address) || address is not ({ Scheme: "unix" } or { Scheme: "tcp", Port: > 0 }))
            return Fault("MaterialScanner:Address is no tcp://HOST:PORT and no unix:///PATH.");
        // The protocol knows no encryption, and what is scanned are people's papers.
        return address.Scheme == "unix" || address.IsLoopback ? ValidateOptionsResult.Success : Fault("MaterialScanner:Address leaves this machine, and clamd speaks in the open.");
    }

    private static ValidateOptionsResult Fault(string what) => ValidateOptionsResult.Fail(ErrorCatalogue.SettingInvalid.With(what).ToString());
}
