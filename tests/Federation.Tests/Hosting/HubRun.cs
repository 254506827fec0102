using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace CrossBorder.Federation.Tests.Hosting;

/// <summary>A folder with settings that hold in production, and the hub's binary run on it to its end.</summary>
internal sealed class HubRun : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("crossborder-start-").FullName;

    public HubRun()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
        Write("tls.pem", certificate.ExportCertificatePem());
        Write("tls.key", key.ExportPkcs8PrivateKeyPem());
        foreach (var secret in new[] { "data", "lookup", "pairwise" })
            Secret(secret, development: false);
        Write("hub.json", JsonSerializer.Serialize(new
        {
            Hub = new { Issuer = "https://hub.example/", Https = "https://127.0.0.1:0", HttpsCertificate = "tls.pem", HttpsKey = "tls.key" },
            Database = new { ConnectionString = $"Data Source={Path.Combine(folder, "hub.db")}" },
            PersonalData = new
            {
                ActiveKey = "k",
                Keys = new[] { new { Id = "k", Algorithm = "A256GCM", File = "data" } },
                LookupKeyFile = "lookup",
                PairwiseKeyFile = "pairwise",
            },
        }));
    }

    public void Secret(string name, bool development) =>
        Write(name, (development ? "development:" : "") + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    public async Task<(int ExitCode, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] all = ["exec", Path.Combine(AppContext.BaseDirectory, "CrossBorder.Federation.dll"), .. arguments,
            "--settings", Path.Combine(folder, "hub.json"), "--environment", "Production"];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = await process.StandardError.ReadToEndAsync(deadline.Token);
            await output;
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, error);
        }
        finally
        {
            // A hub that serves where it should have refused must not outlive the test.
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
