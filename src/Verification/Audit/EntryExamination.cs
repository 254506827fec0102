using System.Text;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Audit;

/// <summary>One pass over the entries: each in its place, each the one that was linked, and the root at the size of every checkpoint.</summary>
internal static class EntryExamination
{
    public static void Run(AuditContents contents, IReadOnlyList<Checkpoint> checkpoints, AuditFindings findings)
    {
        var hash = contents.Hash;
        var frontier = new MerkleFrontier(hash);
        var last = hash.EmptyRoot;
        var expected = 0L;
        var next = 0;
        CompareRoots();
        foreach (var (entry, stored) in contents.Entries)
        {
            if (entry.Sequence != expected)
                findings.Fail(ErrorCatalogue.AuditLinkBroken.With(entry.Sequence > expected
                    ? entry.Sequence == expected + 1 ? $"Entry {expected} is missing." : $"Entries {expected} to {entry.Sequence - 1} are missing."
                    : $"Entry {entry.Sequence} stands after entry {expected - 1}."));
            else if (entry.Previous != hash.Write(last))
                findings.Fail(ErrorCatalogue.AuditLinkBroken.With($"Entry {entry.Sequence} does not follow the entry before it: one of the two was exchanged."));

            var computed = HashOf(entry, hash);
            if (!computed.AsSpan().SequenceEqual(stored))
                findings.Fail(ErrorCatalogue.AuditLinkBroken.With($"Entry {entry.Sequence} is not what was linked: it was changed, or what stood before it was."));

            frontier.Append(computed);
            last = stored;
            expected = entry.Sequence + 1;
            CompareRoots();
        }

        if (frontier.Size != contents.Size)
            findings.Fail(ErrorCatalogue.AuditLinkBroken.With($"There are {frontier.Size} entries; the keeper of the log counts {contents.Size}."));
        foreach (var checkpoint in checkpoints.Skip(next))
            findings.Fail(ErrorCatalogue.CheckpointDisagrees.With(
                $"The checkpoint of {checkpoint.At:u} covers {checkpoint.Size} entries; only {frontier.Size} are there, so the end of the log was cut off."));
        Conclude(frontier.Size, checkpoints, findings);

        void CompareRoots()
        {
            for (; next < checkpoints.Count && checkpoints[next].Size == frontier.Size; next++)
                if (checkpoints[next].Root != hash.Write(frontier.Root()))
                    findings.Fail(ErrorCatalogue.CheckpointDisagrees.With(
                        $"The checkpoint of {checkpoints[next].At:u} over {checkpoints[next].Size} entries has another root than the entries give: one of them was changed, removed or put in."));
        }
    }

    private static void Conclude(long size, IReadOnlyList<Checkpoint> checkpoints, AuditFindings findings)
    {
        if (checkpoints.Count == 0)
        {
            if (size > 0)
                findings.Fail(ErrorCatalogue.CheckpointDisagrees.With("No checkpoint holds: nothing of this log is signed, so anybody could have made it."));
            return;
        }

        var latest = checkpoints[^1];
        if (!findings.AnyFailure)
        {
            findings.Prove($"{size} entries stand in their order, each linked to the one before it.");
            findings.Prove($"{checkpoints.Count} checkpoints were signed by '{latest.Origin}'; each has the root of the entries before it, so each continues the one before.");
            findings.Prove($"The latest covers {latest.Size} entries and was signed at {latest.At:u}: root {latest.Root}.");
        }

        if (size > latest.Size)
            findings.Note($"Entries from {latest.Size} on ({size - latest.Size}) are linked, but no checkpoint covers them yet.");
        findings.Note("Compare the latest checkpoint with one that was kept elsewhere: only that shows that no end was cut off together with its checkpoints.");
    }

    // A text that is no text has no canonical form, so it cannot be what was linked.
    private static byte[] HashOf(AuditRecord entry, LogHash hash)
    {
        try
        {
            return entry.HashWith(hash);
        }
        catch (EncoderFallbackException)
        {
            return hash.EmptyRoot;
        }
    }
}
