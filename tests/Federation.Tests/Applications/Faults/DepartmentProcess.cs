using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CrossBorder.Sandbox.Hosting;

namespace CrossBorder.Federation.Tests.Applications.Faults;

/// <summary>The departments as a process of their own, to be killed; what they signed for lies in a journal.</summary>
internal sealed class DepartmentProcess(SandboxPorts ports, string certificates, int port, string journals) : IDisposable
{
    private Process? process;

    /// <summary>Every arrival, of all departments.</summary>
    public IReadOnlyList<Arrival> Arrived =>
    [
        .. Directory.GetFiles(journals, "*.jsonl").SelectMany(file => File.ReadAllText(file).Split('\n')[..^1])
            .Select(line => JsonSerializer.Deserialize<Arrival>(line)!),
    ];

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "CrossBorder.Sandbox.dll"), "departments", "--port", port.ToString(CultureInfo.InvariantCulture),
            "--hub", ports.HubAddress.AbsoluteUri, "--home", ports.HomeAddress.AbsoluteUri, "--certificates", certificates, "--journals", journals,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        // Read on, or the child stops at a full pipe.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => TestContext.Current.TestOutputHelper?.WriteLine(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public void Kill()
    {
        process?.Kill(entireProcessTree: true);
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    public void Dispose() => Kill();
}

/// <summary>A line of the journal.</summary>
internal sealed record Arrival(string Delivery, string Case, string Item, string Digest);
