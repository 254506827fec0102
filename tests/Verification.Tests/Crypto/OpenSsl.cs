using System.Diagnostics;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>The OpenSSL command line as a second opinion.</summary>
internal sealed class OpenSsl : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-openssl-");

    public static bool IsMissing { get; } = !Path.Exists("/usr/bin/openssl");

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
