using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust;

/// <summary>One signing key of the settings, with its certificates.</summary>
internal sealed class SigningKeyReader(SettingsPaths paths)
{
    public Outcome<SoftwareSigningKey> Read(SigningKeyOptions options)
    {
        var setting = $"SigningKeys:{options.Id}";
        if (!AlgorithmPolicy.Default.Takes(SignatureUse.Tokens, options.Algorithm) || !AlgorithmCatalogue.TryGet(options.Algorithm, out var algorithm))
            return ErrorCatalogue.SettingInvalid.With($"{setting}:Algorithm must be one of {string.Join(", ", AlgorithmPolicy.Default.NamesFor(SignatureUse.Tokens))}");
        if (options.KeyFile.Length == 0 || !File.Exists(paths.Resolve(options.KeyFile)))
            return ErrorCatalogue.SettingInvalid.With($"{setting}:KeyFile names no file");

        var chain = CertificateFile.Read($"{setting}:CertificateFile", options.CertificateFile, paths);
        if (!chain.TryGetValue(out var certificates))
            return Outcome<SoftwareSigningKey>.Refused(chain.Errors);

        var key = SoftwareSigningKey.FromPkcs8Pem(File.ReadAllText(paths.Resolve(options.KeyFile)), algorithm, options.Id, certificates);
        return key.Succeeded ? key : ErrorCatalogue.SettingInvalid.With($"{setting}: {key.Error.Detail}");
    }
}
