using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.EncryptedRequests;

internal sealed class RequestEncryptionOptionsValidator(SettingsPaths paths, IConfiguration configuration) : IValidateOptions<RequestEncryptionOptions>
{
    public ValidateOptionsResult Validate(string? name, RequestEncryptionOptions options)
    {
        var faults = new SettingFaults();
        // Both kinds stand in one key set, where a name belongs to one key.
        var signing = (configuration.GetSection("SigningKeys").Get<List<SigningKeyOptions>>() ?? []).Select(key => key.Id);
        foreach (var twice in options.Keys.Select(key => key.Id).Concat(signing).GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            if (options.Keys.Exists(key => key.Id == twice.Key))
                faults.Invalid($"RequestEncryption:{twice.Key}", "stands there twice, or is a signing key too");
        foreach (var key in options.Keys)
        {
            if (key.Id.Length is 0 or > 64)
                faults.Invalid($"RequestEncryption:{key.Id}", "needs an Id of 1 to 64 characters");
            var read = RequestKeys.Read(key, paths);
            if (read.TryGetValue(out var opened))
                opened.Dispose();
            else
                faults.Add(read.Errors);
        }

        return faults.ToResult();
    }
}
