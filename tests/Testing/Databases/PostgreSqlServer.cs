using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CrossBorder.Testing.Databases;

/// <summary>
/// A PostgreSQL of the tests' own, started once for the process from the machine's package. Null where there is none: such
/// tests say aloud that they were skipped.
/// </summary>
public sealed class PostgreSqlServer
{
    private static readonly Lazy<Task<PostgreSqlServer?>> Shared = new(() => StartAsync("-c fsync=off -c synchronous_commit=off -c full_page_writes=off"));
    private static readonly Lazy<Task<PostgreSqlServer?>> Durable = new(() => StartAsync(""));
    private int databases;

    private PostgreSqlServer(int port, string binaries)
    {
        Port = port;
        Binaries = binaries;
    }

    public const string Missing = "PostgreSQL is not installed here (apt-get install postgresql).";

    private int Port { get; }

    private string Binaries { get; }

    public static Task<PostgreSqlServer?> FindAsync() => Shared.Value;

    /// <summary>One that writes through to the disk, as in service: for measuring. Tests take the other, which is quicker.</summary>
    public static Task<PostgreSqlServer?> FindDurableAsync() => Durable.Value;

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        await RunAsync(Path.Combine(Binaries, "createdb"), ["-h", "127.0.0.1", "-p", $"{Port}", "-U", "hub", name]);
        return $"Host=127.0.0.1;Port={Port};Username=hub;Database={name};Maximum Pool Size=20";
    }

    internal static string? FindBinaries()
    {
        const string Root = "/usr/lib/postgresql";
        return Directory.Exists(Root)
            ? Directory.GetDirectories(Root).Select(version => Path.Combine(version, "bin")).Where(Directory.Exists).Order().LastOrDefault()
            : null;
    }

    private static async Task<PostgreSqlServer?> StartAsync(string durability)
    {
        if (FindBinaries() is not { } binaries)
            return null;

        var folder = Directory.CreateTempSubdirectory("crossborder-pg-").FullName;
        var data = Path.Combine(folder, "data");
        var port = FreePort();
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["postgres:postgres", folder]);
        await AsServerAsync(Path.Combine(binaries, "initdb"), ["-D", data, "-U", "hub", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        var options = $"-p {port} -c listen_addresses=127.0.0.1 -c max_connections=500 -c unix_socket_directories={data} {durability}";
        await AsServerAsync(Path.Combine(binaries, "pg_ctl"), ["-D", data, "-s", "-w", "-t", "50", "-l", Path.Combine(data, "log"), "-o", options, "start"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(Path.Combine(binaries, "pg_ctl"), data, folder);
        return new PostgreSqlServer(port, binaries);
    }

    private static void Stop(string control, string data, string folder)
    {
        using var process = Start(ServerCommand(control, ["-D", data, "-s", "-m", "immediate", "stop"]));
        process.WaitForExit(5_000);
        // Hundreds of databases are many thousand files: the runner gives the end of a process ten seconds, so that nobody waits for it.
        using var removal = Start(("rm", ["-rf", folder]));
    }

    internal static Task AsServerAsync(string file, string[] arguments)
    {
        var (command, rest) = ServerCommand(file, arguments);
        return RunAsync(command, rest);
    }

    // The server refuses to run as root, which is what containers are.
    private static (string File, string[] Arguments) ServerCommand(string file, string[] arguments) => Environment.IsPrivilegedProcess
        ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", file, .. arguments])
        : (file, arguments);

    internal static async Task RunAsync(string file, string[] arguments)
    {
        using var process = Start((file, arguments));
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(file)} ended with {process.ExitCode}.");
    }

    private static Process Start((string File, string[] Arguments) command) =>
        Process.Start(new ProcessStartInfo(command.File, command.Arguments)
        {
            WorkingDirectory = "/",
            // What initdb tells is a screenful and fits the pipe; the server itself writes to its log.
            RedirectStandardOutput = command.Arguments.Any(argument => argument.EndsWith("initdb", StringComparison.Ordinal)),
        })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
