using System.Security.Cryptography;
using CrossBorder.Adapters.Homes.IamSmart;

namespace CrossBorder.Adapters.Tests.Homes.IamSmart;

/// <summary>The secret and the key of a service, made for one test.</summary>
internal sealed class ServiceFiles : IDisposable
{
    public const string Secret = "a secret of 16 or more";
    public const string ClientId = "client";

    private readonly string folder = Directory.CreateTempSubdirectory("crossborder-iamsmart-").FullName;

    public ServiceFiles()
    {
        using var rsa = RSA.Create(2048);
        File.WriteAllText(KeyFile, rsa.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(SecretFile, Secret + "\n");
    }

    public string KeyFile => Path.Combine(folder, "kek.key");

    private string SecretFile => Path.Combine(folder, "secret.txt");

    public IamSmartOptions Options(string padding = "oaep-sha256") => new()
    {
        BaseAddress = "http://localhost:1/", ClientId = ClientId, ClientSecretFile = SecretFile, KeyEncryptionKeyFile = KeyFile,
        Profile = new IamSmartProfileSettings { KeyPadding = padding },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
