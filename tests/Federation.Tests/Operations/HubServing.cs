using System.Text.Json;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Operations;

/// <summary>The hub in this process, in Development, on a free port and with a database of its own; what it logs is in a file.</summary>
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
        await hub.BeginAsync(settings ?? new Dictionary<string, string>(), more);
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
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    /// <summary>The line about a request is written when the answer is complete, which a client may see a moment earlier.</summary>
    public async Task<IReadOnlyList<JsonElement>> UntilLoggedAsync(Predicate<JsonElement> wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            var log = await LogAsync();
            if (log.Any(line => wanted(line)))
                return log;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task BeginAsync(IReadOnlyDictionary<string, string> settings, Action<WebApplication>? more)
    {
        var all = SettingsThatHold.In(folder);
        all["Hub:Issuer"] = "http://localhost/";
        all["Hub:Http"] = "http://127.0.0.1:0";
        all.Remove("Hub:Https");
        all["Logs:Console"] = "false";
        all["Logs:File"] = Path.Combine(folder, "hub.log");
        foreach (var (key, value) in settings)
            all[key] = value;

        app = HubHost.Build(["--environment", "Development", .. all.Select(setting => $"--{setting.Key}={setting.Value}")]);
        more?.Invoke(app);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
    }
}
