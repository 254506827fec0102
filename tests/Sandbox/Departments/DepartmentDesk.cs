using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Sandbox.Departments;

/// <summary>A line of a department's log.</summary>
internal sealed record LogLine(string Delivery, int Count, string Outcome);

/// <summary>What somebody wants a department to tell the hub; only delivery and status are needed.</summary>
internal sealed record EventRequest(
    string Delivery, string Status, string? Reason = null, string? To = null, long? Sequence = null, string? Id = null, DateTimeOffset? At = null);

/// <summary>An envelope whose signature holds.</summary>
internal sealed record ArrivedEnvelope(string Delivery, string Case, string Item, string Envelope);

/// <summary>One department: takes envelopes, keeps them once by delivery, and signs receipts.</summary>
internal sealed class DepartmentDesk
{
    private readonly string slug;
    private readonly ISigningKey key;
    private readonly TimeProvider clock;
    private readonly DepartmentJournal? journal;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> told = new(StringComparer.Ordinal);
    private string? lastReceipt;

    /// <param name="journal">Where it keeps what it took; null where nothing outlives it.</param>
    public DepartmentDesk(string slug, ISigningKey key, TimeProvider clock, DepartmentJournal? journal = null)
    {
        (this.slug, this.key, this.clock, this.journal) = (slug, key, clock, journal);
        foreach (var line in journal?.Read() ?? [])
        {
            if (!entries.TryGetValue(line.Delivery, out var entry))
                entries[line.Delivery] = entry = new Entry(line.Outcome, line.Reference, line.At);
            entry.Count++;
        }
    }

    public string Slug => slug;

    public IReadOnlyList<LogLine> Log
    {
        get
        {
            lock (gate)
                return [.. entries.Select(entry => new LogLine(entry.Key, entry.Value.Count, entry.Value.Outcome))];
        }
    }

    /// <summary>Stores the envelope and answers with a receipt: for a delivery already known, under the same reference.</summary>
    public string Receive(ArrivedEnvelope arrived, string mode)
    {
        lock (gate)
        {
            var (delivery, envelope) = (arrived.Delivery, arrived.Envelope);
            if (!entries.TryGetValue(delivery, out var entry))
            {
                var outcome = mode == "reject" ? "rejected" : "accepted";
                var reference = $"{slug.ToUpperInvariant()}-{clock.GetUtcNow():yyyyMMdd}-{entries.Count + 1:D6}";
                entry = entries[delivery] = new Entry(outcome, reference, clock.GetUtcNow());
            }

            entry.Count++;
            journal?.Append(new(
                delivery, arrived.Case, arrived.Item, entry.Outcome, entry.Reference, entry.At, Digests.Sha256(Encoding.ASCII.GetBytes(envelope))));
            var earlier = lastReceipt;
            var receipt = Sign(delivery, mode == "wrong-digest" ? envelope + "." : envelope, entry);
            if (mode is "off" or "forget-ack" or "slow" or "reject")
                lastReceipt = receipt;
            return mode switch
            {
                "bad-signature" => Spoil(receipt),
                // The receipt of an earlier delivery once more, as a confused department would send it.
                "duplicate-receipt" => earlier ?? receipt,
                _ => receipt,
            };
        }
    }

    /// <summary>An event of this department, signed; numbered on where nothing is said.</summary>
    public string Tell(EventRequest request)
    {
        lock (gate)
        {
            var sequence = request.Sequence ?? told.GetValueOrDefault(request.Delivery) + 1;
            told[request.Delivery] = Math.Max(sequence, told.GetValueOrDefault(request.Delivery));
            return Jws.Sign(key, "cross-border-event+jws", JsonSerializer.SerializeToUtf8Bytes(new
            {
                id = request.Id ?? $"{request.Delivery}-{sequence}", delivery = request.Delivery, department = slug, sequence,
                status = request.Status, reason = request.Reason, to = request.To, at = request.At ?? clock.GetUtcNow(),
            }));
        }
    }

    private string Sign(string delivery, string envelope, Entry entry) =>
        Jws.Sign(key, "cross-border-receipt+jws", JsonSerializer.SerializeToUtf8Bytes(new
        {
            delivery,
            department = slug,
            outcome = entry.Outcome,
            reference = entry.Reference,
            receivedAt = entry.At,
            digest = Digests.Sha256(Encoding.ASCII.GetBytes(envelope)),
        }));

    private static string Spoil(string receipt)
    {
        var at = receipt.LastIndexOf('.') + 10;
        return string.Concat(receipt.AsSpan(0, at), receipt[at] == 'A' ? "B" : "A", receipt.AsSpan(at + 1));
    }

    private sealed class Entry(string outcome, string reference, DateTimeOffset at)
    {
        public string Outcome { get; } = outcome;

        public string Reference { get; } = reference;

        public DateTimeOffset At { get; } = at;

        public int Count { get; set; }
    }
}
