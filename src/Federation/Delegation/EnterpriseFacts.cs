using System.Text.Json;

namespace CrossBorder.Federation.Delegation;

/// <summary>An enterprise as the register has it at the moment of the mandate.</summary>
/// <param name="Id">What the hub knows it by; stays the same for one code.</param>
/// <param name="Code">Unified social credit code (GB 32100), checked.</param>
/// <param name="Name">As registered.</param>
internal sealed record EnterpriseFacts(string Id, string Code, string Name)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static EnterpriseFacts Read(string json) => JsonSerializer.Deserialize<EnterpriseFacts>(json)!;

    /// <summary>Nothing of it gets into a log by way of a record's text.</summary>
    public override string ToString() => nameof(EnterpriseFacts);
}
