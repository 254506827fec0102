using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Sandbox.Departments;

/// <summary>A line of a department's log.</summary>
internal sealed record LogLine(string Delivery, int Count, string Outcome);

/// <summary>What somebody wants a department to tell the hub; only delivery and status are needed.</summary>
internal sealed record EventRequest(
    string Delivery, string Status, string? Reason = null, string? To = null, long? Sequence = null, string? Id = null, DateTimeOffset? At = null);

/// <summary>One department: takes envelopes, keeps them once by delivery, and signs receipts.</summary>
internal sealed class DepartmentDesk(string slug, ISigningKey key, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> told = new(StringComparer.Ordinal);
    private string? lastReceipt;

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
    public string Receive(string delivery, string envelope, string mode)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(delivery, out var entry))
            {
                var outcome = mode == "reject" ? "rejected" : "accepted";
                var reference = $"{slug.ToUpperInvariant()}-{clock.GetUtcNow():yyyyMMdd}-{entries.Count + 1:D6}";
                entry = entries[delivery] = new Entry(outcome, reference, clock.GetUtcNow());
            }

            entry.Count++;
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
