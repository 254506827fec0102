namespace CrossBorder.Federation.Hosting;

/// <summary>What this process is called beside the other nodes of the hub; another after each start.</summary>
internal sealed class HubNode
{
    public string Name { get; } = $"{Short(Environment.MachineName)}-{Guid.NewGuid().ToString("N")[..6]}";

    private static string Short(string name) => name.Length > 50 ? name[..50] : name;
}
