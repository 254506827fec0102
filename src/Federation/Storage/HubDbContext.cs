using CrossBorder.Federation.Audit;
using CrossBorder.Federation.OpenIdConnect;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage;

/// <summary>
/// One model for two databases. A feature adds its entities by a file in Configurations; what differs between the
/// databases stands in the two derived contexts.
/// </summary>
internal abstract class HubDbContext(DbContextOptions options, PersonalDataProtector protector)
    : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>The keys that this model's converters seal with; a part of the model's identity.</summary>
    internal PersonalDataProtector Protector { get; } = protector;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<AuditCheckpoint> AuditCheckpoints => Set<AuditCheckpoint>();

    public DbSet<PairwiseSubject> PairwiseSubjects => Set<PairwiseSubject>();

    public DbSet<RevocationListRow> RevocationLists => Set<RevocationListRow>();

    public DbSet<TrustChange> TrustChanges => Set<TrustChange>();

    public DbSet<TrustCertificate> TrustCertificates => Set<TrustCertificate>();

    public DbSet<TrustEpoch> TrustEpochs => Set<TrustEpoch>();

    /// <summary>A moment as this database stores it, for parameters of raw SQL.</summary>
    public abstract object Stored(DateTimeOffset moment);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.UseOpenIddict();
        builder.ApplyConfigurationsFromAssembly(typeof(HubDbContext).Assembly);
        ProtectedProperty.ApplyTo(builder, Protector);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        AppendOnly.Guard(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        AppendOnly.Guard(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}
