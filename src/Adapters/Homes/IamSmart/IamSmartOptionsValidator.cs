using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

internal sealed class IamSmartOptionsValidator(IHostEnvironment environment) : IValidateOptions<IamSmartOptions>
{
    public ValidateOptionsResult Validate(string? name, IamSmartOptions options)
    {
        var faults = Faults(options).Concat(ProfileFaults(options.Profile))
            .Select(fault => ErrorCatalogue.SettingInvalid.With("IamSmart:" + fault))
            .Concat(IamSmartSecrets.Faults(options, environment.IsDevelopment()))
            .Select(fault => fault.ToString()).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(IamSmartOptions options)
    {
        if (!Uri.TryCreate(options.BaseAddress, UriKind.Absolute, out var address) || address.Query.Length > 0 || !options.BaseAddress.EndsWith('/')
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && environment.IsDevelopment())))
            yield return "BaseAddress must be an https address that ends with a slash; http is for loopback in Development";
        if (options.ClientId.Length is 0 or > 200)
            yield return "ClientId is missing";
        if (options.ClockSkew <= TimeSpan.Zero || options.ClockSkew > TimeSpan.FromMinutes(10))
            yield return "ClockSkew must lie between zero and ten minutes";
    }

    private static IEnumerable<string> ProfileFaults(IamSmartProfileSettings profile)
    {
        if (profile.KeyPadding is not (IamSmartProfileSettings.OaepSha256 or IamSmartProfileSettings.OaepSha1 or IamSmartProfileSettings.Pkcs1))
            yield return "Profile:KeyPadding must be oaep-sha256, oaep-sha1 or pkcs1";
        if (profile.IvForm is not (IamSmartProfileSettings.LengthPrefixed or IamSmartProfileSettings.Bare))
            yield return "Profile:IvForm must be length-prefixed or bare";
        if (profile.KeyLifetimeUnit is not (IamSmartProfileSettings.Milliseconds or IamSmartProfileSettings.Seconds))
            yield return "Profile:KeyLifetimeUnit must be milliseconds or seconds";
        if (profile.SuccessCode.Length == 0 || profile.KeyExpiredCode == profile.SuccessCode || profile.DeclinedCodes.Contains(profile.SuccessCode))
            yield return "Profile:SuccessCode must be there, and no code of a refusal";
        var fields = profile.Fields;
        if (new[] { fields.IdentityCard, fields.EnglishName, fields.Birthdate, fields.Gender }.Any(field => field.Length == 0))
            yield return "Profile:Fields must name IdentityCard, EnglishName, Birthdate and Gender: without them nobody is identified";
    }
}
