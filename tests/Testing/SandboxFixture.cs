using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Sandbox.Browsing;

namespace CrossBorder.Testing;

/// <summary>
/// The whole sandbox in this process, on free ports and with its own data folder and database. Certificates are made once for
/// the process: later fixtures only have the leaves that name an address issued again.
/// </summary>
public class SandboxFixture : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);
    private static readonly Lazy<string> Keys = new(() => Directory.CreateTempSubdirectory("crossborder-keys-").FullName);
    private readonly string data = Directory.CreateTempSubdirectory("crossborder-test-").FullName;
    private SandboxWorld? world;

    public SandboxWorld World => world ?? throw new InvalidOperationException("Start the fixture first.");

    public SandboxPorts Ports => World.Ports;

    public DevelopmentPki Pki => World.Pki;

    public IServiceProvider HubServices => World.HubServices;

    /// <summary>The data folder: settings, database, clients' keys.</summary>
    public string Data => data;

    public async Task StartAsync(string? database = null, IReadOnlyDictionary<string, string>? hubSettings = null,
        bool iamSmart = false, IReadOnlyDictionary<string, string>? gatewaySettings = null)
    {
        using var limit = new CancellationTokenSource(Deadline);
        world = await SandboxWorld.StartAsync(new SandboxOptions
        {
            Ports = SandboxPorts.Free(),
            Data = data,
            Certificates = CertificatesFor(data),
            Database = database,
            HubSettings = hubSettings ?? new Dictionary<string, string>(),
            IamSmart = iamSmart,
            GatewaySettings = gatewaySettings ?? new Dictionary<string, string>(),
        }, limit.Token);
    }

    /// <summary>A browser that stops where a relying party of a test would listen.</summary>
    public static ResidentBrowser NewBrowser() => new ResidentBrowser().StopAt(new Uri("http://localhost:9090/"));

    /// <summary>A client of the hub that does not follow redirects.</summary>
    public HttpClient NewHubClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Ports.HubAddress };

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (world is not null)
            await world.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Keys are shared by copy, so that fixtures side by side don't issue over each other's certificates.</summary>
    private static string CertificatesFor(string data)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data, "certificates")).FullName;
        lock (Keys)
        {
            if (Directory.GetFiles(Keys.Value).Length == 0)
            {
                var address = new Uri("http://localhost:1/");
                DevelopmentPki.Open(Keys.Value, address, address, Sandbox.Departments.SandboxDepartments.Algorithms, TimeProvider.System);
            }

            foreach (var file in Directory.GetFiles(Keys.Value))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }
}
