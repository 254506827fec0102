using System.Diagnostics.Metrics;

namespace CrossBorder.Federation.Applications;

/// <summary>What operators watch: nothing of it names a person.</summary>
internal sealed class ApplicationMetrics
{
    public const string Meter = "CrossBorder.Applications";

    private readonly Counter<long> submitted;
    private readonly Counter<long> attempts;
    private readonly Counter<long> receiptsRefused;
    private readonly Counter<long> eventsStored;
    private readonly Counter<long> eventsRefused;
    private readonly Histogram<int> ratings;

    public ApplicationMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        submitted = meter.CreateCounter<long>("crossborder.applications.submitted", "{application}", "Applications stored");
        attempts = meter.CreateCounter<long>("crossborder.deliveries.attempts", "{attempt}", "Hand-overs to departments, by outcome");
        receiptsRefused = meter.CreateCounter<long>("crossborder.receipts.refused", "{receipt}", "Receipts that did not verify");
        eventsStored = meter.CreateCounter<long>("crossborder.events.stored", "{event}", "Events of departments, repetitions included, by status");
        eventsRefused = meter.CreateCounter<long>("crossborder.events.refused", "{event}", "Events of departments that were refused");
        ratings = meter.CreateHistogram("crossborder.cases.rating", "{star}", "First ratings of cases, 1 to 5, by department",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 3, 4, 5] });
    }

    public void Submitted(string entry) => submitted.Add(1, new KeyValuePair<string, object?>("entry", entry));

    public void Attempted(string department, string outcome) =>
        attempts.Add(1, new("department", department), new("outcome", outcome));

    public void ReceiptRefused(string department, string code) =>
        receiptsRefused.Add(1, new("department", department), new("code", code));

    public void EventStored(string department, string status) => eventsStored.Add(1, new("department", department), new("status", status));

    public void Rated(string department, int stars) => ratings.Record(stars, new KeyValuePair<string, object?>("department", department));

    public void EventRefused(string department, string code) => eventsRefused.Add(1, new("department", department), new("code", code));
}
