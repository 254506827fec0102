using System.Diagnostics;
using System.Globalization;

namespace CrossBorder.Testing.Databases;

/// <summary>A PostgreSQL that one test has to itself, writing through to the disk: to be killed, started again, and left without room.</summary>
public sealed class OwnPostgreSql : IDisposable
{
    // Less than any file that it would begin, and more than nothing: what is written to now still fits for a moment.
    private const long NoRoom = 8192;
    private readonly string binaries;
    private readonly string folder = Directory.CreateTempSubdirectory("crossborder-own-pg-").FullName;

    private OwnPostgreSql(string binaries, int port)
    {
        this.binaries = binaries;
        Port = port;
    }

    public int Port { get; }

    private string Data => Path.Combine(folder, "data");

    /// <summary>Null where there is none on this machine.</summary>
    public static async Task<OwnPostgreSql?> StartAsync(int port)
    {
        if (PostgreSqlServer.FindBinaries() is not { } binaries)
            return null;
        var server = new OwnPostgreSql(binaries, port);
        if (Environment.IsPrivilegedProcess)
            await PostgreSqlServer.RunAsync("chown", ["postgres:postgres", server.folder]);
        await PostgreSqlServer.AsServerAsync(
            Path.Combine(binaries, "initdb"), ["-D", server.Data, "-U", "hub", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        await server.StartAgainAsync();
        await PostgreSqlServer.RunAsync(Path.Combine(binaries, "createdb"), ["-h", "127.0.0.1", "-p", $"{port}", "-U", "hub", "hub"]);
        return server;
    }

    /// <summary>As <c>kill -9</c> of the server and all that it had begun.</summary>
    public async Task KillAsync()
    {
        var all = await ProcessesAsync();
        foreach (var id in all)
            Signal(id, process => process.Kill());
        // One that lives a moment longer holds the memory that the next server wants.
        while (all.Exists(Lives))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
    }

    /// <summary>As somebody does who is called because it is down: without room it may have given up by itself.</summary>
    public async Task MendAsync()
    {
        if ((await ProcessesAsync()).Count == 0)
            await StartAgainAsync();
    }

    /// <summary>It finds what is in its log, as after a power cut.</summary>
    public Task StartAgainAsync() => Waiting.UntilAsync(TryStartAsync, "the database starts again", CancellationToken.None);

    // A process that the server began while it was killed ends by itself a moment later, and holds its memory until then.
    private async Task<bool> TryStartAsync()
    {
        try
        {
            await PostgreSqlServer.AsServerAsync(Path.Combine(binaries, "pg_ctl"),
            [
                "-D", Data, "-s", "-w", "-t", "180", "-l", Path.Combine(Data, "log"),
                "-o", $"-p {Port} -c listen_addresses=127.0.0.1 -c max_connections=100 -c unix_socket_directories={Data}", "start",
            ]);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Nothing that it writes finds room, for so long.</summary>
    public async Task FillDiskAsync(TimeSpan span)
    {
        foreach (var id in await ProcessesAsync())
            await LimitAsync(id, NoRoom.ToString(CultureInfo.InvariantCulture));
        await Task.Delay(span, TimeProvider.System);
        foreach (var id in await ProcessesAsync())
            await LimitAsync(id, "unlimited");
    }

    public void Dispose()
    {
        foreach (var id in ProcessesAsync().GetAwaiter().GetResult())
            Signal(id, process => process.Kill());
        using var removal = Process.Start("rm", ["-rf", folder]);
        removal.WaitForExit();
    }

    // The first line of its file is its process, and what it began names it as parent.
    private async Task<List<int>> ProcessesAsync()
    {
        var file = Path.Combine(Data, "postmaster.pid");
        if (!File.Exists(file) || !int.TryParse((await File.ReadAllLinesAsync(file)).FirstOrDefault(), out var server) || !Lives(server))
            return [];
        var children = new List<int> { server };
        foreach (var status in Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)))
        {
            if (Stat(status!)?.Parent == server)
                children.Add(int.Parse(status!, CultureInfo.InvariantCulture));
        }

        return children;
    }

    private static bool Lives(int id) => Stat(id.ToString(CultureInfo.InvariantCulture)) is { State: not ("Z" or "X"), Name: "postgres" };

    // The name stands in brackets, and state and parent after it (proc_pid_stat(5)).
    private static (string Name, string State, int Parent)? Stat(string id) => ReadProc(id) is { } stat
        && stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is [var state, var parent, ..]
            ? (stat[(stat.IndexOf('(') + 1)..stat.LastIndexOf(')')], state, int.Parse(parent, CultureInfo.InvariantCulture)) : null;

    // A process may end while it is looked at.
    private static string? ReadProc(string id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat");
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task LimitAsync(int id, string bytes)
    {
        using var limit = Process.Start(new ProcessStartInfo("prlimit", ["--pid", $"{id}", $"--fsize={bytes}:unlimited"]) { RedirectStandardError = true })!;
        await limit.WaitForExitAsync();
    }

    private static void Signal(int id, Action<Process> signal)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            signal(process);
        }
        catch (Exception ended) when (ended is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself meanwhile, which is what was wanted.
        }
    }
}
