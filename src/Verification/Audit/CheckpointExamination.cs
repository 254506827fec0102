using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Audit;

/// <summary>The checkpoints by themselves: signature, chain as of the time of signing, origin, and that none goes back behind another.</summary>
internal static class CheckpointExamination
{
    private const int LongestCheckpoint = 64 * 1024;

    /// <returns>Those that hold, by size.</returns>
    public static IReadOnlyList<Checkpoint> Run(AuditContents contents, TrustList anchors, AuditFindings findings)
    {
        var trust = new TrustList(anchors.Anchors, [.. anchors.Intermediates, .. contents.Intermediates]);
        var held = new List<Checkpoint>();
        for (var index = 0; index < contents.Checkpoints.Count; index++)
        {
            var opened = Open(contents.Checkpoints[index], contents, trust);
            if (opened.TryGetValue(out var checkpoint))
                held.Add(checkpoint);
            else
                foreach (var error in opened.Errors)
                    findings.Fail(error with { Detail = $"Checkpoint {index + 1} of {contents.Checkpoints.Count}: {error.Detail}", Pointer = $"/checkpoints/{index}" });
        }

        held = [.. held.OrderBy(checkpoint => checkpoint.Size).ThenBy(checkpoint => checkpoint.At)];
        foreach (var (earlier, later) in held.Zip(held.Skip(1)))
            if (later.At < earlier.At)
                findings.Fail(ErrorCatalogue.CheckpointDisagrees.With(
                    $"The checkpoint over {later.Size} entries is older than that over {earlier.Size}: the log went back, or a clock did."));
        return held;
    }

    private static Outcome<Checkpoint> Open(string compact, AuditContents contents, TrustList trust)
    {
        var policy = new SignedContentPolicy
        {
            Type = Checkpoint.Type, Algorithms = AlgorithmPolicy.Default.NamesFor(SignatureUse.Evidence), MaximumLength = LongestCheckpoint,
        };
        return SignedContent.Verify(compact, policy).Then(content => Checkpoint.Read(content.Payload).Then(checkpoint =>
            HubChain.Verify(content.Chain, trust, contents.RevocationAnswers, checkpoint.At, checkpoint.Origin).Then(_ =>
                checkpoint.Origin != contents.Origin
                    ? ErrorCatalogue.CheckpointDisagrees.With($"It is of another log, that of '{checkpoint.Origin}'.")
                    : contents.Hash.TryRead(checkpoint.Root, out var _)
                        ? (Outcome<Checkpoint>)checkpoint
                        : ErrorCatalogue.CheckpointDisagrees.With($"Its root is no hash of this log, which uses {contents.Hash}."))));
    }
}
