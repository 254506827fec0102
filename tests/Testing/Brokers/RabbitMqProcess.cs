using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CrossBorder.Testing.Brokers;

/// <summary>One RabbitMQ from the machine's package, with a folder and ports of its own; killed and started again it has what it confirmed.</summary>
internal sealed class RabbitMqProcess : IDisposable
{
    // What stands in /usr/sbin is a wrapper that wants to be the system's own broker.
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly string folder = Directory.CreateTempSubdirectory("crossborder-rabbitmq-").FullName;
    private readonly int distribution = FreePort();
    private readonly int registry = FreePort();
    private Process? process;

    public RabbitMqProcess()
    {
        File.WriteAllText(Path.Combine(folder, "plugins"), "[].");
        File.WriteAllText(CredentialsFile, "guest:guest\n");
    }

    public static bool IsInstalled => File.Exists(Program);

    public int Port { get; } = FreePort();

    public string CredentialsFile => Path.Combine(folder, "credentials");

    public void Start()
    {
        var start = new ProcessStartInfo(Program)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["HOME"] = folder,
                ["RABBITMQ_NODENAME"] = $"crossborder{Port}@localhost",
                ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODE_PORT"] = Port.ToString(CultureInfo.InvariantCulture),
                ["RABBITMQ_DIST_PORT"] = distribution.ToString(CultureInfo.InvariantCulture),
                ["ERL_EPMD_PORT"] = registry.ToString(CultureInfo.InvariantCulture),
                ["RABBITMQ_MNESIA_BASE"] = folder,
                ["RABBITMQ_LOG_BASE"] = folder,
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
                ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "none"),
            },
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public async Task UntilItListensAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await ListensAsync(limit.Token))
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, limit.Token);
    }

    /// <summary>In the middle of whatever it does (SIGKILL).</summary>
    public void Kill()
    {
        process?.Kill(entireProcessTree: true);
        process?.WaitForExit(10_000);
        process?.Dispose();
        process = null;
    }

    public void Dispose()
    {
        Kill();
        // The register of Erlang nodes outlives them; this one is ours alone.
        using var ended = Process.Start(new ProcessStartInfo("epmd", ["-port", registry.ToString(CultureInfo.InvariantCulture), "-kill"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        });
        ended?.WaitForExit(5_000);
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> ListensAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
