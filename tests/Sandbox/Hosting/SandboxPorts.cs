using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CrossBorder.Sandbox.Hosting;

/// <summary>Where everything listens.</summary>
public sealed record SandboxPorts(int Hub, int HubHttps, int Home, int Departments, int RelyingParty, int Registry, int Gateway)
{
    private const int LowestFree = 12_000;
    private const int InOneRange = 4_000;
    private const int Ranges = 5;

    // Ports are found long before they are listened on. Two processes seldom share a range, and one gives no port twice.
    private static readonly int Lowest = LowestFree + (Environment.ProcessId % Ranges * InOneRange);
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    public Uri HubAddress => Address(Hub);

    public Uri HomeAddress => Address(Home);

    public Uri DepartmentsAddress => Address(Departments);

    public Uri RelyingPartyAddress => Address(RelyingParty);

    public Uri RegistryAddress => Address(Registry);

    public Uri GatewayAddress => Address(Gateway);

    public static SandboxPorts From(int start) => new(start, start + 363, start + 1, start + 2, start + 3, start + 4, start + 5);

    /// <summary>
    /// Ports that are free now. All are held until the last is found, so that none is given twice; and they lie below those that
    /// the system hands to outgoing connections, which would take one between here and the listener.
    /// </summary>
    public static SandboxPorts Free()
    {
        var listeners = new List<TcpListener>();
        while (listeners.Count < 7)
        {
            var port = RandomNumberGenerator.GetInt32(Lowest, Lowest + InOneRange);
            if (!Given.ContainsKey(port) && TryListen(port) is { } listener && Given.TryAdd(port, true))
                listeners.Add(listener);
        }

        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return new SandboxPorts(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6]);
    }

    private static TcpListener? TryListen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }

    private static Uri Address(int port) => new($"http://localhost:{port}/");
}
