using System.Diagnostics;

namespace CrossBorder.Benchmarks.Startup;

/// <summary>A server as an operator starts it: a process of its own.</summary>
internal sealed class ServerProcess(string assembly, IReadOnlyList<string> arguments)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public async Task<TimeSpan> TimeToFirstAnswerAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } path && IsHost(path) ? path : "dotnet", ["exec", assembly, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
        })!;
        try
        {
            while (!await AnswersAsync(http, address, cancellationToken))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                    throw new InvalidOperationException($"{Path.GetFileName(assembly)} does not serve.");
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }

            return Stopwatch.GetElapsedTime(started);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static bool IsHost(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";

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
