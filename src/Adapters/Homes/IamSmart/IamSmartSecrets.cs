using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>The two secrets of this service, read once.</summary>
internal sealed class IamSmartSecrets : IDisposable
{
    private const string DevelopmentMark = "development:";
    private const int ShortestSecret = 16;
    private const int ShortestKey = 2048;

    public IamSmartSecrets(IOptions<IamSmartOptions> options)
    {
        ClientSecret = Encoding.UTF8.GetBytes(ReadSecret(options.Value.ClientSecretFile));
        KeyEncryptionKey = RSA.Create();
        KeyEncryptionKey.ImportFromPem(File.ReadAllText(options.Value.KeyEncryptionKeyFile));
    }

    public byte[] ClientSecret { get; }

    public RSA KeyEncryptionKey { get; }

    public void Dispose() => KeyEncryptionKey.Dispose();

    /// <summary>What keeps the files from being used, all at once.</summary>
    public static IEnumerable<Error> Faults(IamSmartOptions options, bool development)
    {
        if (!File.Exists(options.ClientSecretFile))
            yield return ErrorCatalogue.SettingInvalid.With("IamSmart:ClientSecretFile names no file");
        else if (ReadSecret(options.ClientSecretFile).Length < ShortestSecret)
            yield return ErrorCatalogue.SettingInvalid.With($"IamSmart:ClientSecretFile must hold at least {ShortestSecret} characters");
        else if (!development && File.ReadAllText(options.ClientSecretFile).StartsWith(DevelopmentMark, StringComparison.Ordinal))
            yield return ErrorCatalogue.DevelopmentMaterialOutsideDevelopment.With("IamSmart:ClientSecretFile holds a development secret");

        if (!File.Exists(options.KeyEncryptionKeyFile))
            yield return ErrorCatalogue.SettingInvalid.With("IamSmart:KeyEncryptionKeyFile names no file");
        else if (KeyFault(options.KeyEncryptionKeyFile) is { } fault)
            yield return ErrorCatalogue.SettingInvalid.With("IamSmart:KeyEncryptionKeyFile " + fault);
    }

    private static string ReadSecret(string file)
    {
        var text = File.ReadAllText(file).Trim();
        return text.StartsWith(DevelopmentMark, StringComparison.Ordinal) ? text[DevelopmentMark.Length..] : text;
    }

    private static string? KeyFault(string file)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(File.ReadAllText(file));
            // A public key alone parses as well, and would fail at the first resident.
            _ = rsa.ExportParameters(includePrivateParameters: true);
            return rsa.KeySize < ShortestKey ? $"must be an RSA key of at least {ShortestKey} bits" : null;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            return "must be a private RSA key in PEM";
        }
    }
}
