using System.Net;
using System.Net.Sockets;

namespace CrossBorder.Sandbox.Hosting;

/// <summary>Where everything listens.</summary>
public sealed record SandboxPorts(int Hub, int HubHttps, int Home, int Departments, int RelyingParty, int Registry)
{
    public Uri HubAddress => Address(Hub);

    public Uri HomeAddress => Address(Home);

    public Uri DepartmentsAddress => Address(Departments);

    public Uri RelyingPartyAddress => Address(RelyingParty);

    public Uri RegistryAddress => Address(Registry);

    public static SandboxPorts From(int start) => new(start, start + 363, start + 1, start + 2, start + 3, start + 4);

    /// <summary>Ports that are free now. All are held until the last is found, so that none is given twice.</summary>
    public static SandboxPorts Free()
    {
        var listeners = Enumerable.Range(0, 6).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return new SandboxPorts(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5]);
    }

    private static Uri Address(int port) => new($"http://localhost:{port}/");
}
