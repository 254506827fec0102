namespace CrossBorder.Sandbox.Hosting;

/// <summary>How a sandbox is to be started.</summary>
public sealed record SandboxOptions
{
    public required SandboxPorts Ports { get; init; }

    /// <summary>The data folder: settings, secrets, databases, and the private keys that outside scripts need.</summary>
    public required string Data { get; init; }

    /// <summary>Where certificates are kept; several sandboxes may share them one after another.</summary>
    public required string Certificates { get; init; }

    /// <summary>Begins with an empty data folder.</summary>
    public bool Fresh { get; init; }

    /// <summary>The hub's connection string; embedded SQLite where null.</summary>
    public string? Database { get; init; }

    /// <summary>Starts the assertion gateway too, which the hub then offers as a second home: residents choose where to sign in.</summary>
    public bool IamSmart { get; init; }

    /// <summary>More configuration for the gateway, as <c>Section:Key</c>.</summary>
    public IReadOnlyDictionary<string, string> GatewaySettings { get; init; } = new Dictionary<string, string>();

    /// <summary>More configuration for the hub, as <c>Section:Key</c>.</summary>
    public IReadOnlyDictionary<string, string> HubSettings { get; init; } = new Dictionary<string, string>();
}
