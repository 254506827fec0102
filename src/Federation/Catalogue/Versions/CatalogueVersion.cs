using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>One version of the catalogue as it is stored. Its content never changes: what is to be different is another version.</summary>
internal sealed class CatalogueVersion
{
    public required string Version { get; init; }

    /// <summary>The file (JSON), byte for byte.</summary>
    public required byte[] Content { get; init; }

    /// <summary><c>sha256:</c> and the hash of <see cref="Content"/>.</summary>
    public required string Digest { get; init; }

    public CatalogueVersionState State { get; private set; } = CatalogueVersionState.Draft;

    /// <summary>Name of the officer, or <see cref="Hub"/>.</summary>
    public required string ImportedBy { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    public string? PublishedBy { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public string? WithdrawnBy { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>From when new applications follow it; of a draft, what its file asks for.</summary>
    public DateTimeOffset? EffectiveFrom { get; private set; }

    /// <summary>Counts the steps, so that of two officers one is first.</summary>
    public long Revision { get; private set; }

    /// <summary>Who imports what ships with the hub or what the settings name.</summary>
    public const string Hub = "hub";

    public static CatalogueVersion Draft(ServiceCatalogue read, byte[] content, string importedBy, DateTimeOffset now) => new()
    {
        Version = read.Version, Content = content, Digest = Digests.Sha256(content), ImportedBy = importedBy, ImportedAt = now, EffectiveFrom = read.EffectiveFrom,
    };

    /// <summary>What the hub begins with: there is nobody yet who could publish it.</summary>
    public static CatalogueVersion First(ServiceCatalogue read, byte[] content, DateTimeOffset now)
    {
        var first = Draft(read, content, Hub, now);
        first.BeginPublished(Hub, now);
        return first;
    }

    /// <summary>A second person lets it count, at once or from its own date. CB5162, CB5163.</summary>
    public Outcome<CatalogueVersion> Publish(string officer, DateTimeOffset now)
    {
        if (State != CatalogueVersionState.Draft)
            return ErrorCatalogue.CatalogueVersionNotNow.With($"'{Version}' is no draft.");
        if (string.Equals(officer, ImportedBy, StringComparison.OrdinalIgnoreCase))
            return ErrorCatalogue.CatalogueVersionOwn.With($"'{Version}' was imported by {officer}.");
        BeginPublished(officer, now);
        return this;
    }

    /// <summary>A draft, or what is published for a later day, is taken back; what counts already, or counted once, is not: cases follow it. CB5162.</summary>
    public Outcome<CatalogueVersion> Withdraw(string officer, DateTimeOffset now)
    {
        if (State == CatalogueVersionState.Withdrawn || (State == CatalogueVersionState.Published && EffectiveFrom <= now))
            return ErrorCatalogue.CatalogueVersionNotNow.With($"'{Version}' is in force, was in force, or is withdrawn already.");
        (State, WithdrawnBy, WithdrawnAt) = (CatalogueVersionState.Withdrawn, officer, now);
        Revision++;
        return this;
    }

    // Never backwards: what was filed this morning was filed under what counted this morning.
    private void BeginPublished(string officer, DateTimeOffset now)
    {
        (State, PublishedBy, PublishedAt) = (CatalogueVersionState.Published, officer, now);
        EffectiveFrom = EffectiveFrom > now ? EffectiveFrom : now;
        Revision++;
    }
}

internal enum CatalogueVersionState
{
    Draft,
    Published,
    Withdrawn,
}

/// <summary>A version without its content.</summary>
internal sealed record CatalogueHead(
    string Version, CatalogueVersionState State, string Digest, string ImportedBy, DateTimeOffset ImportedAt, string? PublishedBy,
    DateTimeOffset? PublishedAt, string? WithdrawnBy, DateTimeOffset? WithdrawnAt, DateTimeOffset? EffectiveFrom)
{
    public static CatalogueHead Of(CatalogueVersion row) => new(
        row.Version, row.State, row.Digest, row.ImportedBy, row.ImportedAt, row.PublishedBy, row.PublishedAt, row.WithdrawnBy, row.WithdrawnAt, row.EffectiveFrom);
}
