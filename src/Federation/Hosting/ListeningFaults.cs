namespace CrossBorder.Federation.Hosting;

/// <summary>What may be wrong with an issuer and its listeners, alike for every role.</summary>
internal sealed class ListeningFaults(string section, IHostEnvironment environment, SettingsPaths paths)
{
    public void Check(IListening options, SettingFaults faults)
    {
        if (!Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) || issuer.Query.Length > 0 || issuer.Fragment.Length > 0)
            faults.Invalid($"{section}:Issuer", "must be an absolute address without query and fragment, such as https://hub.example/");
        else if (issuer.Scheme != Uri.UriSchemeHttps && !(environment.IsDevelopment() && issuer.IsLoopback))
            faults.Development($"{section}:Issuer", "must be https; plain http is for loopback in Development");

        if (options.Http is not null)
            CheckHttp(options.Http, faults);
        if (options.Https is not null)
        {
            if (!Uri.TryCreate(options.Https, UriKind.Absolute, out var https) || https.Scheme != Uri.UriSchemeHttps)
                faults.Invalid($"{section}:Https", "must be an https address");
            CheckFile($"{section}:HttpsCertificate", options.HttpsCertificate, faults);
            CheckFile($"{section}:HttpsKey", options.HttpsKey, faults);
        }

        if (options.MutualTls is not null)
        {
            if (!Uri.TryCreate(options.MutualTls, UriKind.Absolute, out var mutual) || mutual.Scheme != Uri.UriSchemeHttps)
                faults.Invalid($"{section}:MutualTls", "must be an https address");
            if (options.Https is null)
                faults.Invalid($"{section}:MutualTls", $"goes with {section}:Https, whose certificate it shows");
        }

        if (options.Http is null && options.Https is null)
            faults.Invalid($"{section}:Https", "is missing: nothing would listen anywhere");
        if (options.MaximumRequestBody is < 1024 or > 32 * 1024 * 1024)
            faults.Invalid($"{section}:MaximumRequestBody", "must lie between 1 KB and 32 MB");
    }

    private void CheckHttp(string address, SettingFaults faults)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var http) || http.Scheme != Uri.UriSchemeHttp)
            faults.Invalid($"{section}:Http", "must be an http address");
        else if (!environment.IsDevelopment())
            faults.Development($"{section}:Http", "is for Development only: tokens and cookies would travel in the clear");
        else if (!http.IsLoopback)
            faults.Development($"{section}:Http", "must be a loopback address");
    }

    private void CheckFile(string setting, string? file, SettingFaults faults)
    {
        if (string.IsNullOrEmpty(file))
            faults.Invalid(setting, "is missing");
        else if (!File.Exists(paths.Resolve(file)))
            faults.Invalid(setting, $"names a file that is not there: {paths.Resolve(file)}");
    }
}
