using System.Diagnostics;
using System.Text.Json;
using CrossBorder.Testing;

namespace CrossBorder.Interop.Tests;

/// <summary>
/// The foreign software in ./node. Installed from its lock file the first time that it is asked for; where Node is
/// missing, the tests that need it say so and are skipped.
/// </summary>
internal static class NodePeers
{
    private static readonly SemaphoreSlim Installing = new(1, 1);
    private static string? unavailable;
    private static bool installed;

    public static string Folder { get; } = FindFolder();

    /// <summary>Skips the calling test, with the reason, where the peers can't run here.</summary>
    public static async Task RequireAsync()
    {
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!installed && unavailable is null)
                unavailable = await InstallAsync();
            installed = unavailable is null;
        }
        finally
        {
            Installing.Release();
        }

        Assert.SkipWhen(unavailable is not null, unavailable ?? "");
    }

    /// <summary>Runs one script with its task on standard input; its answer is JSON on standard output.</summary>
    public static async Task<JsonElement> RunAsync(string script, object task)
    {
        var (exitCode, output, error) = await RunProcessAsync("node", [script], JsonSerializer.Serialize(task));
        Assert.True(exitCode == 0, $"{script} ended with {exitCode}: {error}{output}");
        return JsonDocument.Parse(output).RootElement.Clone();
    }

    private static async Task<string?> InstallAsync()
    {
        try
        {
            await RunProcessAsync("node", ["--version"], "");
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "openid-client")))
                return null;

            var (exitCode, _, error) = await RunProcessAsync("npm", ["ci", "--no-audit", "--no-fund"], "");
            return exitCode == 0 ? null : $"SKIPPED: the Node peers could not be installed: {error}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "SKIPPED: Node is not installed here (apt-get install nodejs npm).";
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunProcessAsync(
        string program, IEnumerable<string> arguments, string input)
    {
        using var process = Start(program, arguments);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Waiting.Patience);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), deadline.Token);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    /// <summary>In the source tree, not beside the binaries: node_modules is installed once, not once a configuration.</summary>
    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "Interop.Tests", "node");
            if (File.Exists(Path.Combine(candidate, "package.json")))
                return candidate;
        }

        throw new InvalidOperationException("tests/Interop.Tests/node was not found above the test binaries.");
    }
}
