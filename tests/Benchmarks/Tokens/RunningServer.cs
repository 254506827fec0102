using System.Diagnostics;
using CrossBorder.Benchmarks.Startup;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>A server in a process of its own, from its start to its end, and what it costs the machine.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    // What a server's clocks and queues use while nobody asks it anything lies below.
    private const double Idle = 0.15;
    private const int MostGlances = 60;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    private readonly Process process;

    private RunningServer(Process process) => this.process = process;

    /// <summary>From the start of the process to the first answer of the discovery document.</summary>
    public TimeSpan Start { get; private set; }

    /// <summary>What the process has used of the processors since it started.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <param name="input">The first line that it reads; null for a server that reads nothing.</param>
    public static async Task<RunningServer> StartAsync(
        string program, IEnumerable<string> arguments, string folder, string? input, Uri issuer, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var start = OneCore.Start(program, arguments);
        (start.WorkingDirectory, start.RedirectStandardInput, start.RedirectStandardOutput) = (folder, true, true);
        start.Environment["NODE_ENV"] = "production";
        var server = new RunningServer(Process.Start(start)!);
        try
        {
            // Read all the time, for a full pipe would stop it, and said by nobody.
            server.process.BeginOutputReadLine();
            if (input is not null)
                await server.process.StandardInput.WriteLineAsync(input.AsMemory(), cancellationToken);
            await server.process.StandardInput.FlushAsync(cancellationToken);
            await server.WaitAsync(new Uri(issuer, StartupBenchmark.Discovery), started, cancellationToken);
            server.Start = Stopwatch.GetElapsedTime(started);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it has nothing left to do, for half a minute at most.</summary>
    /// <returns>Whether it had nothing from the beginning.</returns>
    public async Task<bool> RestAsync(CancellationToken cancellationToken)
    {
        for (var glance = 0; glance < MostGlances; glance++)
        {
            var before = Processor;
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
            if (Processor - before < Glance * Idle)
                return glance <= 1;
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task WaitAsync(Uri discovery, long started, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        while (!await AnswersAsync(http, discovery, cancellationToken))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException($"{discovery} is not served.");
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(address, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
