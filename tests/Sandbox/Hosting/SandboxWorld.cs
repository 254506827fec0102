using System.Diagnostics.CodeAnalysis;
using CrossBorder.Federation.AssertionGateway.Hosting;
using CrossBorder.Federation.Hosting;
using CrossBorder.Sandbox.Configuration;
using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Home;
using CrossBorder.Sandbox.Home.IamSmart;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Sandbox.Registry;
using CrossBorder.Sandbox.RelyingParty;

namespace CrossBorder.Sandbox.Hosting;

/// <summary>The hub and its counterparties, each behind its own listener, in one process.</summary>
public sealed class SandboxWorld : IAsyncDisposable
{
    private readonly List<WebApplication> counterparties = [];
    private WebApplication? hub;
    private WebApplication? gateway;

    private SandboxWorld(SandboxOptions options, DevelopmentPki pki, string settingsFile)
    {
        Options = options;
        Pki = pki;
        SettingsFile = settingsFile;
    }

    public SandboxOptions Options { get; }

    public SandboxPorts Ports => Options.Ports;

    public DevelopmentPki Pki { get; }

    /// <summary>The hub's settings, <c>hub.json</c>.</summary>
    public string SettingsFile { get; }

    /// <summary>The hub's services, for tests that look inside.</summary>
    public IServiceProvider HubServices => hub?.Services ?? throw new InvalidOperationException("The hub does not run.");

    public static async Task<SandboxWorld> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Fresh && Directory.Exists(options.Data))
            Directory.Delete(options.Data, recursive: true);
        OwnerOnly.Folder(options.Data);

        var pki = DevelopmentPki.Open(options.Certificates, options.Ports.HomeAddress, options.Ports.HubAddress,
            SandboxDepartments.Algorithms, TimeProvider.System);
        OutsideScripts.Write(options.Data, pki, options.Ports);
        var world = new SandboxWorld(options, pki, new HubSettings(options, pki).Write());
        try
        {
            // The hub fetches revocation lists as it starts: the counterparties listen first. To be made, it needs none of them.
            await Task.WhenAll(Task.Run(world.BuildHub, cancellationToken), world.StartCounterpartiesAsync(cancellationToken));
            if (options.IamSmart)
                await world.StartGatewayAsync(cancellationToken);
            await world.StartHubAsync(cancellationToken);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public async Task StartHubAsync(CancellationToken cancellationToken = default)
    {
        if (hub is null)
            BuildHub();
        await hub.StartAsync(cancellationToken);
    }

    /// <summary>Stops the hub alone, as for a restart.</summary>
    public async Task StopHubAsync(CancellationToken cancellationToken = default)
    {
        if (hub is null)
            return;
        await hub.StopAsync(cancellationToken);
        await hub.DisposeAsync();
        hub = null;
    }

    /// <summary>Starts the home of another place, which the hub does not know yet.</summary>
    public async Task StartHomeAsync(HomePlace place, string hubCallback, CancellationToken cancellationToken = default)
    {
        var home = await HomeHost.BuildAsync(place, Ports, Pki, Options.Data, hubCallback);
        counterparties.Add(home);
        await home.StartAsync(cancellationToken);
    }

    public async Task StartGatewayAsync(CancellationToken cancellationToken = default)
    {
        var more = Options.GatewaySettings.SelectMany(setting => new[] { "--" + setting.Key, setting.Value });
        gateway = GatewayHost.Build(["serve", "--settings", new GatewaySettings(Options, Pki).Write(), "--environment", Environments.Development, .. more]);
        await gateway.StartAsync(cancellationToken);
    }

    /// <summary>Stops the assertion gateway alone, as for a restart.</summary>
    public async Task StopGatewayAsync(CancellationToken cancellationToken = default)
    {
        if (gateway is null)
            return;
        await gateway.StopAsync(cancellationToken);
        await gateway.DisposeAsync();
        gateway = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopHubAsync();
        await StopGatewayAsync();
        foreach (var counterparty in counterparties)
        {
            await counterparty.StopAsync();
            await counterparty.DisposeAsync();
        }
    }

    [MemberNotNull(nameof(hub))]
    private void BuildHub()
    {
        var more = Options.HubSettings.SelectMany(setting => new[] { "--" + setting.Key, setting.Value });
        hub = HubHost.Build(["serve", "--settings", SettingsFile, "--environment", Environments.Development, .. more]);
    }

    private async Task StartCounterpartiesAsync(CancellationToken cancellationToken)
    {
        var home = await HomeHost.BuildAsync(HomePlace.HongKong(Ports, Pki), Ports, Pki, Options.Data, HubSettings.HomeCallback);
        home.MapIamSmart(Ports, Pki, Options.Data);
        counterparties.Add(home);
        counterparties.Add(DepartmentsHost.Build(Ports, Pki));
        counterparties.Add(RegistryHost.Build(Ports, Pki));
        counterparties.Add(RelyingPartyHost.Build(Ports, Options.Data));
        await Task.WhenAll(counterparties.Select(counterparty => counterparty.StartAsync(cancellationToken)));
    }
}
