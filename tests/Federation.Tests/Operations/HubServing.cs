using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Hosting;
using CrossBorder.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Operations;

/// <summary>The hub in this process, on a free port and with a database of its own; what it logs is in a file.</summary>
public sealed class HubServing : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("crossborder-operations-").FullName;
    private WebApplication? app;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => app!.Services;

    public string DatabaseFile => Path.Combine(folder, "hub.db");

    /// <param name="settings">Beyond those without which it does not start; the later wins.</param>
    /// <param name="more">Maps what a test needs beside what the hub has.</param>
    public static async Task<HubServing> StartAsync(IReadOnlyDictionary<string, string>? settings = null, Action<WebApplication>? more = null)
    {
        var hub = new HubServing();
        var all = SettingsThatHold.In(hub.folder);
        all["environment"] = "Development";
        all["Hub:Issuer"] = "http://localhost/";
        all["Hub:Http"] = "http://127.0.0.1:0";
        all.Remove("Hub:Https");
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            all[key] = value;
        await hub.BeginAsync(all, more);
        return hub;
    }

    /// <summary>As residents meet it: https alone, and nothing that Development would forgive.</summary>
    public static async Task<HubServing> StartInProductionAsync(Action<WebApplication>? more = null)
    {
        var hub = new HubServing();
        var all = SettingsThatHold.In(hub.folder);
        all["environment"] = "Production";
        await hub.BeginAsync(all, more);
        return hub;
    }

    /// <summary>All lines that were logged until now. The file comes with its first line, and is still open for writing.</summary>
    public async Task<IReadOnlyList<JsonElement>> LogAsync()
    {
        var file = Path.Combine(folder, "hub.log");
        if (!File.Exists(file))
            return [];
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync();
        // A long line is written in pieces.
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    /// <summary>The line about a request is written when the answer is complete, which a client may see a moment earlier.</summary>
    public Task<IReadOnlyList<JsonElement>> UntilLoggedAsync(Predicate<JsonElement> wanted, CancellationToken cancellationToken) =>
        Waiting.UntilAsync(LogAsync, log => log.Any(line => wanted(line)), "the line is in the log", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (app is not null)
        {
            // Its workers use the folder until they have left.
            await app.StopAsync();
            await app.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task BeginAsync(Dictionary<string, string> settings, Action<WebApplication>? more)
    {
        settings["Logs:Console"] = "false";
        settings["Logs:File"] = Path.Combine(folder, "hub.log");
        app = HubHost.Build([.. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        more?.Invoke(app);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().ApplyAsync(CancellationToken.None);
        await app.StartAsync();

        using var certificate = X509CertificateLoader.LoadCertificateFromFile(settings["Hub:HttpsCertificate"]);
        var trusted = certificate.RawData;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(trusted);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(handler) { BaseAddress = new Uri(address) };
    }
}
