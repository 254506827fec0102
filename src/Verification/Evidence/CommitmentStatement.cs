using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Evidence;

/// <summary>What a statement of the hub says of one commitment.</summary>
internal sealed record CommitmentStatement(string? Case, string? Slug, string? Text, string? Digest)
{
    public static Outcome<CommitmentStatement> Read(SignedContent content) => StrictJson.Read<CommitmentStatement>(
        content.Payload, ErrorCatalogue.EvidenceMalformed, statement => new CommitmentStatement(
            statement.StringOf("case"), statement.StringOf("slug"), statement.StringOf("text"), statement.StringOf("digest")));
}
