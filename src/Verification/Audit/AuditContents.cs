using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Audit;

/// <summary>A log with its checkpoints, from a file or a database.</summary>
public sealed record AuditContents
{
    /// <summary>Issuer of the hub, which its checkpoints and certificates name.</summary>
    public required string Origin { get; init; }

    /// <summary>The hash of the log.</summary>
    public required LogHash Hash { get; init; }

    /// <summary>How many entries its keeper counts.</summary>
    public required long Size { get; init; }

    /// <summary>All entries by sequence; read once, so that a long log need not be in memory.</summary>
    public required IEnumerable<LinkedRecord> Entries { get; init; }

    /// <summary>All checkpoints, JWS compact serialization (RFC 7515 section 7.1).</summary>
    public required IReadOnlyList<string> Checkpoints { get; init; }

    /// <summary>Certificates that help to find a path; they are not trusted by themselves.</summary>
    public IReadOnlyList<Crypto.Certificate> Intermediates { get; init; } = [];

    /// <summary>What is known about revocation.</summary>
    public RevocationAnswers RevocationAnswers { get; init; } = RevocationAnswers.Empty;
}
