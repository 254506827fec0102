using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Notifications;

internal sealed class ResidentMailOptionsValidator(IHostEnvironment environment) : IValidateOptions<ResidentMailOptions>
{
    public ValidateOptionsResult Validate(string? name, ResidentMailOptions options)
    {
        var faults = options.Email.Server.Length == 0 ? [] : SmtpFaults.Of(options.Email, environment)
            .Select(fault => ErrorCatalogue.SettingInvalid.With($"ResidentNotices:Email:{fault}").ToString()).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
