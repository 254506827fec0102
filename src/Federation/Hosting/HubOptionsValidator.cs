using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting;

internal sealed class HubOptionsValidator(IHostEnvironment environment, SettingsPaths paths) : IValidateOptions<HubOptions>
{
    public ValidateOptionsResult Validate(string? name, HubOptions options)
    {
        var faults = new SettingFaults();

        if (!Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) || issuer.Query.Length > 0 || issuer.Fragment.Length > 0)
            faults.Invalid("Hub:Issuer", "must be an absolute address without query and fragment, such as https://hub.example/");
        else if (issuer.Scheme != Uri.UriSchemeHttps && !(environment.IsDevelopment() && issuer.IsLoopback))
            faults.Development("Hub:Issuer", "must be https; plain http is for loopback in Development");

        if (options.PrivacyContact.Length == 0)
            faults.Invalid("Hub:PrivacyContact", "is missing: nobody can agree without knowing whom to ask");
        if (options.Http is not null)
            CheckHttp(options.Http, faults);

        if (options.Https is not null)
        {
            if (!Uri.TryCreate(options.Https, UriKind.Absolute, out var https) || https.Scheme != Uri.UriSchemeHttps)
                faults.Invalid("Hub:Https", "must be an https address");
            CheckFile("Hub:HttpsCertificate", options.HttpsCertificate, faults);
            CheckFile("Hub:HttpsKey", options.HttpsKey, faults);
        }

        if (options.Http is null && options.Https is null)
            faults.Invalid("Hub:Https", "is missing: the hub would listen nowhere");
        if (options.AccessTokenLifetime <= TimeSpan.Zero || options.AccessTokenLifetime > TimeSpan.FromHours(1))
            faults.Invalid("Hub:AccessTokenLifetime", "must lie between zero and one hour");
        if (options.RefreshTokenLifetime <= options.AccessTokenLifetime)
            faults.Invalid("Hub:RefreshTokenLifetime", "must be longer than Hub:AccessTokenLifetime");
        if (options.MaximumRequestBody is < 1024 or > 32 * 1024 * 1024)
            faults.Invalid("Hub:MaximumRequestBody", "must lie between 1 KB and 32 MB");

        return faults.ToResult();
    }

    private void CheckHttp(string address, SettingFaults faults)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var http) || http.Scheme != Uri.UriSchemeHttp)
            faults.Invalid("Hub:Http", "must be an http address");
        else if (!environment.IsDevelopment())
            faults.Development("Hub:Http", "is for Development only: tokens and cookies would travel in the clear");
        else if (!http.IsLoopback)
            faults.Development("Hub:Http", "must be a loopback address");
    }

    private void CheckFile(string setting, string? file, SettingFaults faults)
    {
        if (string.IsNullOrEmpty(file))
            faults.Invalid(setting, "is missing");
        else if (!File.Exists(paths.Resolve(file)))
            faults.Invalid(setting, $"names a file that is not there: {paths.Resolve(file)}");
    }
}
