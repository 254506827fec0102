using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.SignIn;

internal sealed class SignInOptionsValidator : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        var faults = new SettingFaults();
        if (options.JourneyLifetime < TimeSpan.FromMinutes(5) || options.JourneyLifetime > TimeSpan.FromHours(2))
            faults.Invalid("SignIn:JourneyLifetime", "must lie between five minutes and two hours");
        if (options.SessionLifetime <= TimeSpan.Zero || options.SessionLifetime > TimeSpan.FromHours(24))
            faults.Invalid("SignIn:SessionLifetime", "must lie between zero and 24 hours");
        if (options.IdleLifetime < TimeSpan.FromSeconds(10) || options.IdleLifetime > options.SessionLifetime)
            faults.Invalid("SignIn:IdleLifetime", "must lie between ten seconds and SignIn:SessionLifetime");
        if (options.IdentityLifetime < options.SessionLifetime)
            faults.Invalid("SignIn:IdentityLifetime", "must not be shorter than SignIn:SessionLifetime");
        return faults.ToResult();
    }
}
