using CrossBorder.Federation.Applications.Supplements;

namespace CrossBorder.Federation.Applications;

/// <summary>A case: what a resident applied for, kept as it was filed.</summary>
internal sealed class Application
{
    public required string Id { get; init; }

    public required string CaseNumber { get; init; }

    public required string ResidentId { get; init; }

    /// <summary>The client that filed it; null for the hub's own portal.</summary>
    public string? ClientId { get; init; }

    /// <summary>Number of the case that this one complains of or asks about; null for an application of its own.</summary>
    public string? Concerns { get; init; }

    /// <summary>Code of the item or bundle.</summary>
    public required string EntryCode { get; init; }

    public required string CatalogueVersion { get; init; }

    public ApplicationStatus Status { get; set; }

    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The application as filed, JSON. What the digest of the evidence is over.</summary>
    public required string Content { get; init; }

    /// <summary>The signed assertion of the home that the applicant was known by.</summary>
    public required string Assertion { get; init; }

    /// <summary>Id of the chain that the assertion was verified over.</summary>
    public string? TrustPath { get; init; }

    public DateTimeOffset VerifiedAt { get; init; }

    /// <summary>What the assertion was judged by, JSON.</summary>
    public required string HomePolicy { get; init; }

    /// <summary>The consents under which it was filed, JSON with the text shown.</summary>
    public required string Consent { get; init; }

    /// <summary>The hub's signed statements of what the applicant committed to, a JSON list of JWS in compact form; null where there are none.</summary>
    public string? Commitments { get; init; }

    /// <summary>The signing that it was filed with; null where it needed none. No two have the same.</summary>
    public string? SigningId { get; init; }

    /// <summary>How the applicant signed or confirmed it, with the proof, JSON; null where the item asks for neither.</summary>
    public string? Signing { get; init; }

    /// <summary>The resident who filed it for the applicant; null where they did it themselves.</summary>
    public string? AgentId { get; init; }

    /// <summary>Who that is as both are shown it, JSON.</summary>
    public string? FiledBy { get; init; }

    /// <summary>The mandate that it was filed by.</summary>
    public string? MandateId { get; init; }

    /// <summary>Counts the changes, and is what two writers of one case queue up for.</summary>
    public long Revision { get; set; }

    public List<Delivery.Delivery> Deliveries { get; init; } = [];

    public List<DeferredMaterial> Deferred { get; init; } = [];

    /// <summary>The uploads that it names as it is filed; read back, it has none here.</summary>
    public IReadOnlyList<string> Uploads { get; init; } = [];

    public List<CaseEvent> Events { get; init; } = [];
}
