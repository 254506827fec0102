using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Inventory;

namespace CrossBorder.Federation.Trust.Commands;

/// <summary>What scripts read. Members are added and never renamed; moments are UTC.</summary>
internal static class TrustJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(IEnumerable<InventoryEntry> entries) => JsonSerializer.Serialize(entries.Select(static entry => new
    {
        entry.Kind, entry.Name, entry.Jurisdiction, entry.Purposes, entry.Algorithm,
        entry.Certificate?.Subject, entry.Certificate?.Issuer, Serial = entry.Certificate?.SerialNumber,
        entry.Sha256, entry.Sm3, entry.NotBefore, entry.NotAfter, entry.State, entry.Since, entry.By, Direct = entry.IsDirect, entry.UsedBy,
        Keys = entry.Lines.Select(line => new { Line = line.Line.ToString(), line.State, line.AwaitsCertificate, line.KnownTo, line.Laggards }),
    }), Options);

    public static string Of(TrustChange change) => JsonSerializer.Serialize(new
    {
        change.Id, change.Kind, Certificate = ConsoleFingerprint.Show(change.Fingerprint), change.State, change.Reason, change.IsEmergency,
        change.ProposedBy, change.ProposedAt, change.NotBefore, change.DecidedBy, change.DecidedAt, change.InForceSince, change.ConfirmBy, change.EndedBy, change.EndedAt,
    }, Options);
}
