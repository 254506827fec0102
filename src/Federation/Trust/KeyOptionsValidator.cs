using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

internal sealed class KeyOptionsValidator(SigningKeyReader reader, SettingsPaths paths, IHostEnvironment environment) : IValidateOptions<KeyOptions>
{
    private const int EncryptionKeyLength = 32;

    public ValidateOptionsResult Validate(string? name, KeyOptions options)
    {
        var faults = new SettingFaults();
        foreach (var key in options.SigningKeys)
            Check(key, faults);

        foreach (var id in options.SigningKeys.GroupBy(key => key.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Invalid($"SigningKeys:{id.Key}", "stands there twice");
        // Every OpenID provider signs with RS256 where nothing else was agreed (OpenID Connect Core section 15.1).
        if (!options.SigningKeys.Exists(key => key.Algorithm == AlgorithmCatalogue.RS256.Name && key.Uses.Contains(KeyUses.Tokens)))
            faults.Invalid("SigningKeys", "has no RS256 key for tokens");
        // Where keys follow one another, the later ones are successors.
        foreach (var use in options.SigningKeys.SelectMany(key => key.Uses.Distinct().Where(use => !KeyUses.Managed.Contains(use)).Select(use => (use, key.Algorithm))).GroupBy(pair => pair).Where(group => group.Count() > 1))
            faults.Invalid("SigningKeys", $"names two keys for {use.Key.use} with {use.Key.Algorithm}");

        if (SecretFile.Check("TokenEncryptionKeyFile", options.TokenEncryptionKeyFile, paths, EncryptionKeyLength, environment, faults) is { } secret
            && secret.Bytes.Length != EncryptionKeyLength)
            faults.Invalid("TokenEncryptionKeyFile", $"must hold {EncryptionKeyLength} bytes");
        return faults.ToResult();
    }

    private void Check(SigningKeyOptions options, SettingFaults faults)
    {
        var setting = $"SigningKeys:{options.Id}";
        if (options.Id.Length is 0 or > 64)
            faults.Invalid(setting, "needs an Id of 1 to 64 characters");
        if (options.Uses.Count == 0)
            faults.Invalid($"{setting}:Uses", "is empty");
        foreach (var use in options.Uses.Where(use => !KeyUses.All.Contains(use)))
            faults.Invalid($"{setting}:Uses", $"names '{use}'; known are {string.Join(", ", KeyUses.All)}");

        var read = reader.Read(options);
        if (!read.TryGetValue(out var key))
        {
            faults.Add(read.Errors);
            return;
        }

        using (key as IDisposable)
            if (!environment.IsDevelopment() && key.Chain.Any(certificate => certificate.IsDevelopment))
                faults.Development(setting, "is a development key");
    }
}
