using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting;

internal sealed class HubOptionsValidator(IHostEnvironment environment, SettingsPaths paths) : IValidateOptions<HubOptions>
{
    public ValidateOptionsResult Validate(string? name, HubOptions options)
    {
        var faults = new SettingFaults();
        new ListeningFaults("Hub", environment, paths).Check(options, faults);
        if (options.PrivacyContact.Length == 0)
            faults.Invalid("Hub:PrivacyContact", "is missing: nobody can agree without knowing whom to ask");
        if (options.AccessTokenLifetime <= TimeSpan.Zero || options.AccessTokenLifetime > TimeSpan.FromHours(1))
            faults.Invalid("Hub:AccessTokenLifetime", "must lie between zero and one hour");
        if (options.RefreshTokenLifetime <= options.AccessTokenLifetime)
            faults.Invalid("Hub:RefreshTokenLifetime", "must be longer than Hub:AccessTokenLifetime");
        return faults.ToResult();
    }
}
