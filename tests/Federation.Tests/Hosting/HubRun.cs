using System.Diagnostics;
using System.Text.Json;
using CrossBorder.Testing;

namespace CrossBorder.Federation.Tests.Hosting;

/// <summary>A folder with settings that hold in production, and the hub's binary run on it to its end.</summary>
internal sealed class HubRun : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("crossborder-start-").FullName;

    public HubRun() =>
        File.WriteAllText(Path.Combine(folder, "hub.json"), JsonSerializer.Serialize(SettingsThatHold.In(folder)));

    /// <summary>Set for the hub's process alone.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string PathOf(string name) => Path.Combine(folder, name);

    public void Secret(string name, bool development) => SettingsThatHold.WriteSecret(folder, name, development);

    public async Task<(int ExitCode, string Error, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] all = ["exec", Path.Combine(AppContext.BaseDirectory, "CrossBorder.Federation.dll"), .. arguments,
            "--settings", Path.Combine(folder, "hub.json"), "--environment", "Production"];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);

        foreach (var (name, value) in Variables)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Waiting.Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = await process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, error, await output);
        }
        finally
        {
            // A hub that serves where it should have refused must not outlive the test.
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
