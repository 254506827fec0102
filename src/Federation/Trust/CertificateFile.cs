using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust;

/// <summary>Certificates in a PEM file that a setting names.</summary>
internal static class CertificateFile
{
    public static Outcome<IReadOnlyList<Certificate>> Read(string setting, string file, SettingsPaths paths)
    {
        if (file.Length == 0)
            return ErrorCatalogue.SettingInvalid.With($"{setting} is missing");

        var path = paths.Resolve(file);
        if (!File.Exists(path))
            return ErrorCatalogue.SettingInvalid.With($"{setting} names a file that is not there: {path}");

        var read = Certificate.ParseMany(File.ReadAllText(path));
        if (!read.Succeeded)
            return ErrorCatalogue.SettingInvalid.With($"{setting}: {read.Error.Detail}");
        return read.Value.Count > 0 ? read : ErrorCatalogue.SettingInvalid.With($"{setting} holds no certificate: {path}");
    }
}
