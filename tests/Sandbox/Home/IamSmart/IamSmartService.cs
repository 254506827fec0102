using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;
using Org.BouncyCastle.Crypto.Parameters;

namespace CrossBorder.Sandbox.Home.IamSmart;

/// <summary>The one online service that is registered here: the assertion gateway.</summary>
internal sealed class IamSmartService
{
    public const string ClientId = "sandbox-assertion-gateway";
    public const string KeyName = "iam-smart-kek";
    private const string Mark = "development:";

    private readonly string secretFile;

    public IamSmartService(SandboxPorts ports, DevelopmentPki pki, string data)
    {
        Ports = ports;
        secretFile = SecretFile(data);
        Secret = File.ReadAllText(secretFile).Trim()[Mark.Length..];
        PublicKey = (RsaKeyParameters)KeyFactory.FromPem(File.ReadAllText(pki.KeyFile(KeyName))).Public;
    }

    public SandboxPorts Ports { get; }

    public string Secret { get; }

    public RsaKeyParameters PublicKey { get; }

    public Uri RedirectUri => new(Ports.GatewayAddress, "iamsmart/signed-in");

    public Uri Callback(string question) => new(Ports.GatewayAddress, "iamsmart/callbacks/" + question);

    /// <summary>The service's secret, made where there is none.</summary>
    public static string SecretFile(string data)
    {
        var file = Path.Combine(OwnerOnly.Folder(data, "secrets"), "iam-smart.txt");
        if (!File.Exists(file))
            OwnerOnly.Write(file, Mark + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)) + "\n");
        return file;
    }
}
