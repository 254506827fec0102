using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Hosting;

/// <summary>
/// A symmetric secret in a file of its own: base64 on one line. A secret that a development tool wrote begins with
/// <c>development:</c>, so that it can be told from one that was drawn for this environment.
/// </summary>
internal sealed record SecretFile(byte[] Bytes, bool IsDevelopment)
{
    private const string DevelopmentMark = "development:";

    public static Outcome<SecretFile> Read(string setting, string? path, SettingsPaths paths, int minimumBytes)
    {
        if (string.IsNullOrEmpty(path))
            return ErrorCatalogue.SettingInvalid.With($"{setting} is missing");

        var full = paths.Resolve(path);
        if (!File.Exists(full))
            return ErrorCatalogue.SettingInvalid.With($"{setting} names a file that is not there: {full}");

        var text = File.ReadAllText(full).Trim();
        var development = text.StartsWith(DevelopmentMark, StringComparison.Ordinal);
        var encoded = development ? text[DevelopmentMark.Length..] : text;
        var bytes = new byte[encoded.Length];

        if (!Convert.TryFromBase64String(encoded, bytes, out var length) || length < minimumBytes)
            return ErrorCatalogue.SettingInvalid.With($"{setting} must hold at least {minimumBytes} bytes in base64");

        return new SecretFile(bytes[..length], development);
    }

    /// <summary>Reads the secret for a validator: every fault goes into the list, a development secret outside Development too.</summary>
    public static SecretFile? Check(
        string setting, string? path, SettingsPaths paths, int minimumBytes, IHostEnvironment environment, SettingFaults faults)
    {
        var outcome = Read(setting, path, paths, minimumBytes);
        if (!outcome.TryGetValue(out var secret))
        {
            faults.Add(outcome.Errors);
            return null;
        }

        if (secret.IsDevelopment && !environment.IsDevelopment())
            faults.Development(setting, "holds a development secret");
        return secret;
    }
}
