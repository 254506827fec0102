using System.Diagnostics.Metrics;

namespace CrossBorder.Federation.Applications;

/// <summary>What operators watch: nothing of it names a person.</summary>
internal sealed class ApplicationMetrics
{
    public const string Meter = "CrossBorder.Applications";

    private readonly Counter<long> submitted;
    private readonly Counter<long> attempts;
    private readonly Counter<long> receiptsRefused;

    public ApplicationMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        submitted = meter.CreateCounter<long>("crossborder.applications.submitted", "{application}", "Applications stored");
        attempts = meter.CreateCounter<long>("crossborder.deliveries.attempts", "{attempt}", "Hand-overs to departments, by outcome");
        receiptsRefused = meter.CreateCounter<long>("crossborder.receipts.refused", "{receipt}", "Receipts that did not verify");
    }

    public void Submitted(string entry) => submitted.Add(1, new KeyValuePair<string, object?>("entry", entry));

    public void Attempted(string department, string outcome) =>
        attempts.Add(1, new("department", department), new("outcome", outcome));

    public void ReceiptRefused(string department, string code) =>
        receiptsRefused.Add(1, new("department", department), new("code", code));
}
