using CrossBorder.Federation.Proactive;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class ProactiveWatchConfiguration : IEntityTypeConfiguration<ProactiveWatch>
{
    public void Configure(EntityTypeBuilder<ProactiveWatch> builder)
    {
        builder.ToTable("ProactiveWatches");
        builder.HasKey(row => row.ResidentId);
        builder.Property(row => row.ResidentId).HasMaxLength(64);
        builder.Property(row => row.ConsentId).HasMaxLength(64);
        builder.Property(row => row.Licences).HasMaxLength(2000);
        builder.Property(row => row.Facts).IsProtected();
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder.Ignore(row => row.LicenceKinds);
        builder.HasIndex(row => new { row.LooksAt, row.ResidentId });
    }
}

internal sealed class ProactiveOfferConfiguration : IEntityTypeConfiguration<ProactiveOffer>
{
    public void Configure(EntityTypeBuilder<ProactiveOffer> builder)
    {
        builder.ToTable("ProactiveOffers");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(32);
        builder.Property(row => row.ResidentId).HasMaxLength(64);
        builder.Property(row => row.Item).HasMaxLength(64);
        builder.Property(row => row.Rule).HasMaxLength(40);
        builder.Property(row => row.FactsHash).HasMaxLength(64);
        builder.Property(row => row.Facts).IsProtected();
        builder.HasIndex(row => new { row.ResidentId, row.Item }).IsUnique();
    }
}
