using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Sandbox.RelyingParty;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Sandbox.Configuration;

/// <summary>The files that scripts outside need to play a client, a department or an officer.</summary>
internal static class OutsideScripts
{
    public static void Write(string data, DevelopmentPki pki, SandboxPorts ports)
    {
        var clients = OwnerOnly.Folder(data, "clients");
        foreach (var client in SandboxClients.All.Append(SandboxClients.Member(ports)).Where(client => client.KeyAlgorithm is not null))
            WriteClient(clients, client);

        FederationMember.WriteKeys(data);

        var departments = OwnerOnly.Folder(data, "departments");
        foreach (var (slug, algorithm) in SandboxDepartments.Algorithms)
        {
            using var key = pki.SigningKey("department-" + slug, algorithm);
            OwnerOnly.Write(Path.Combine(departments, slug + ".jwk"), key.ToPrivateJwk() + "\n");
        }

        SandboxOfficers.Write(data);
    }

    private static void WriteClient(string folder, SandboxClient client)
    {
        var file = Path.Combine(folder, client.KeyName + ".jwk");
        if (!File.Exists(file))
        {
            AlgorithmCatalogue.TryGet(client.KeyAlgorithm!, out var algorithm);
            using var made = SoftwareSigningKey.Generate(algorithm!, client.KeyName + "-1");
            OwnerOnly.Write(file, made.ToPrivateJwk() + "\n");
        }

        using var key = SoftwareSigningKey.FromJwk(File.ReadAllText(file)).Value;
        File.WriteAllText(Path.Combine(folder, client.KeyName + ".jwks"), $$"""{"keys":[{{key.PublicKey.ToJwk(key.Algorithm)}}]}""" + "\n");
    }
}
