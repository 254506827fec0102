using System.Diagnostics;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>The hub as a process of its own, to be killed.</summary>
internal sealed class HubProcess : IDisposable
{
    private readonly Process process;

    private HubProcess(Process process) => this.process = process;

    public static HubProcess Start(string settingsFile, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "CrossBorder.Federation.dll"), "serve", "--settings", settingsFile, "--environment", "Development"];
        foreach (var argument in arguments.Concat(settings.Select(setting => $"--{setting.Key}={setting.Value}")))
            start.ArgumentList.Add(argument);

        var process = Process.Start(start)!;
        // Read on, or the child stops at a full pipe.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => TestContext.Current.TestOutputHelper?.WriteLine(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new HubProcess(process);
    }

    /// <summary>As <c>kill -9</c>: no handler runs, nothing is flushed or given back.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public bool HasExited => process.HasExited;

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
