using CrossBorder.Adapters.Hsm;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust;

/// <summary>One signing key of the settings, with its certificates: from a file, or in a hardware module.</summary>
internal sealed class SigningKeyReader(SettingsPaths paths, IHardwareKeys hardware)
{
    /// <param name="named">The setting to name in a fault; <c>SigningKeys:id</c> where null.</param>
    public Outcome<ISigningKey> Read(SigningKeyOptions options, string? named = null)
    {
        var setting = named ?? $"SigningKeys:{options.Id}";
        if (!AlgorithmPolicy.Default.Takes(SignatureUse.Tokens, options.Algorithm) || !AlgorithmCatalogue.TryGet(options.Algorithm, out var algorithm))
            return ErrorCatalogue.SettingInvalid.With($"{setting}:Algorithm must be one of {string.Join(", ", AlgorithmPolicy.Default.NamesFor(SignatureUse.Tokens))}");
        if (options.Hsm is not null && (options.KeyFile.Length > 0 || options.PasswordFile.Length > 0))
            return ErrorCatalogue.SettingInvalid.With($"{setting} names a KeyFile or PasswordFile beside Hsm");
        if (options.Hsm is null && (options.KeyFile.Length == 0 || !File.Exists(paths.Resolve(options.KeyFile))))
            return ErrorCatalogue.SettingInvalid.With($"{setting}:KeyFile names no file");
        if (options.PasswordFile.Length > 0 && !File.Exists(paths.Resolve(options.PasswordFile)))
            return ErrorCatalogue.SettingInvalid.With($"{setting}:PasswordFile names no file");

        var chain = CertificateFile.Read($"{setting}:CertificateFile", options.CertificateFile, paths);
        if (!chain.TryGetValue(out var certificates))
            return Outcome<ISigningKey>.Refused(chain.Errors);

        return options.Hsm is null
            ? ReadFile(setting, options, algorithm, certificates)
            : ReadModule(setting, options.Hsm, algorithm, options.Id, certificates);
    }

    private Outcome<ISigningKey> ReadFile(
        string setting, SigningKeyOptions options, SignatureAlgorithm algorithm, IReadOnlyList<Certificate> chain)
    {
        var pem = File.ReadAllText(paths.Resolve(options.KeyFile));
        // Which of the two it is stands in the settings: a plain key where an encrypted one was meant is a fault, not a convenience.
        var key = options.PasswordFile.Length == 0
            ? SoftwareSigningKey.FromPkcs8Pem(pem, algorithm, options.Id, chain)
            : EncryptedKeyFile.Read(pem, paths.Resolve(options.PasswordFile), algorithm, options.Id, chain);
        return key.TryGetValue(out var read)
            ? Outcome<ISigningKey>.Of(read)
            : ErrorCatalogue.SettingInvalid.With($"{setting}: {key.Error}");
    }

    private Outcome<ISigningKey> ReadModule(
        string setting, HsmOptions options, SignatureAlgorithm algorithm, string keyId, IReadOnlyList<Certificate> chain)
    {
        var resolved = new HsmOptions
        {
            Module = Resolve(options.Module), PinFile = Resolve(options.PinFile), TokenLabel = options.TokenLabel, KeyLabel = options.KeyLabel,
        };
        var key = hardware.Open(resolved, algorithm, keyId, chain);
        return key.Succeeded ? key : Outcome<ISigningKey>.Refused([.. key.Errors.Select(error => error with { Detail = $"{setting}:Hsm: {error.Detail}" })]);

        string Resolve(string path) => path.Length == 0 ? path : paths.Resolve(path);
    }
}
