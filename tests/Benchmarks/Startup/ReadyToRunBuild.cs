using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CrossBorder.Benchmarks.Startup;

/// <summary>The hub compiled ahead of time, in a folder of its own, so that the tree's build stays as it is.</summary>
internal sealed class ReadyToRunBuild(string folder) : IAsyncDisposable
{
    public string Assembly => Path.Combine(folder, "hub", "CrossBorder.Federation.dll");

    /// <summary>Null, and said aloud, where it cannot be made: the compiler is a package that this machine may not reach.</summary>
    public static async Task<ReadyToRunBuild?> TryMakeAsync(CancellationToken cancellationToken)
    {
        var build = new ReadyToRunBuild(Directory.CreateTempSubdirectory("crossborder-r2r-").FullName);
        using var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(Repository(), "src", "Federation"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained",
            "-p:PublishReadyToRun=true", "-p:NuGetAudit=false", "--artifacts-path", Path.Combine(build.Folder, "artifacts"), "-o", Path.Combine(build.Folder, "hub"),
        ])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode == 0)
            return build;

        Console.WriteLine("SKIPPED: ReadyToRun, the publish failed: " + output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)));
        await build.DisposeAsync();
        return null;
    }

    private string Folder => folder;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Repository([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
