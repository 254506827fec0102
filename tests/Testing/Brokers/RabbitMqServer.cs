using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CrossBorder.Testing.Brokers;

/// <summary>
/// A RabbitMQ of the tests' own, started once for the process from the machine's package. Null where there is none: such tests say aloud that
/// they were skipped.
/// </summary>
public sealed class RabbitMqServer
{
    public const string Missing = "RabbitMQ is not installed here (apt-get install rabbitmq-server).";

    // What stands in /usr/sbin is a wrapper that wants to be the system's own broker.
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly Lazy<Task<RabbitMqServer?>> Shared = new(StartAsync);

    private RabbitMqServer(int port, string credentialsFile)
    {
        Address = new Uri($"amqp://127.0.0.1:{port}/");
        CredentialsFile = credentialsFile;
    }

    public Uri Address { get; }

    /// <summary>A file with user and password, as the hub takes it.</summary>
    public string CredentialsFile { get; }

    public static Task<RabbitMqServer?> FindAsync() => Shared.Value;

    private static async Task<RabbitMqServer?> StartAsync()
    {
        if (!File.Exists(Program))
            return null;

        var folder = Directory.CreateTempSubdirectory("crossborder-rabbitmq-").FullName;
        var (port, distribution, registry) = (FreePort(), FreePort(), FreePort());
        await File.WriteAllTextAsync(Path.Combine(folder, "plugins"), "[].");
        await File.WriteAllTextAsync(Path.Combine(folder, "credentials"), "guest:guest\n");
        var start = new ProcessStartInfo(Program)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["HOME"] = folder,
                ["RABBITMQ_NODENAME"] = $"crossborder{port}@localhost",
                ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODE_PORT"] = port.ToString(CultureInfo.InvariantCulture),
                ["RABBITMQ_DIST_PORT"] = distribution.ToString(CultureInfo.InvariantCulture),
                ["ERL_EPMD_PORT"] = registry.ToString(CultureInfo.InvariantCulture),
                ["RABBITMQ_MNESIA_BASE"] = folder,
                ["RABBITMQ_LOG_BASE"] = folder,
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
                ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "none"),
            },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(process, registry, folder);
        using var limit = new CancellationTokenSource(Patience);
        while (!await ListensAsync(port, limit.Token))
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, limit.Token);
        return new RabbitMqServer(port, Path.Combine(folder, "credentials"));
    }

    private static void Stop(Process process, int registry, string folder)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit(10_000);
        // The register of Erlang nodes outlives them; this one is ours alone.
        using var ended = Process.Start(new ProcessStartInfo("epmd", ["-port", registry.ToString(CultureInfo.InvariantCulture), "-kill"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        });
        ended?.WaitForExit(5_000);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
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
