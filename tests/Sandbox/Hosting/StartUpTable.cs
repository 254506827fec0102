using CrossBorder.Sandbox.Residents;

namespace CrossBorder.Sandbox.Hosting;

/// <summary>What somebody who has just started the sandbox needs to know.</summary>
internal static class StartUpTable
{
    public static void Print(SandboxWorld world, TimeSpan duration, TextWriter output)
    {
        var ports = world.Ports;
        output.WriteLine();
        output.WriteLine($"  The sandbox is ready ({duration.TotalSeconds:F1} s). Open first:  {ports.RelyingPartyAddress}");
        output.WriteLine();
        output.WriteLine($"  {ports.HubAddress,-26} hub: OpenID provider, APIs, portal (also https://localhost:{ports.HubHttps}/)");
        output.WriteLine($"  {ports.HomeAddress,-26} home provider of Hong Kong");
        output.WriteLine($"  {ports.DepartmentsAddress,-26} departments: /departments/{{slug}}, /departments/{{slug}}/log, /faults");
        output.WriteLine($"  {ports.RelyingPartyAddress,-26} relying party; /kiosk plays a self-service machine");
        output.WriteLine($"  {ports.RegistryAddress,-26} registry of Guangdong");
        if (world.Options.IamSmart)
            output.WriteLine($"  {ports.GatewayAddress,-26} assertion gateway of iAM Smart (which itself is at {ports.HomeAddress}iamsmart/)");
        output.WriteLine();
        output.WriteLine("  Who may sign in (all fictional, no password):");
        foreach (var (resident, shows) in SandboxResidents.All.Zip(Shows))
            output.WriteLine($"    {resident.Login}  {resident.LatinName,-16} {shows}");
        output.WriteLine();
        output.WriteLine($"  Data folder: {world.Options.Data}");
        output.WriteLine("  Ctrl-C stops everything.");
        output.WriteLine();
    }

    private static readonly string[] Shows =
    [
        "one matching mainland account: the happy path", "no mainland account: a new one is registered",
        "two candidates: an officer decides", "low assurance: step-up for high items",
        "registered with another birth date: refused", "no Chinese name",
        "a child: a parent may act for her",
    ];
}
