using System.Diagnostics;
using CrossBorder.Benchmarks.Startup;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>A server in a process of its own, from its start to its end, and what it costs the machine.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
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
        var server = new RunningServer(Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true,
            Environment = { ["NODE_ENV"] = "production" },
        })!);
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
