using CrossBorder.Federation.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class PairwiseSubjectConfiguration : IEntityTypeConfiguration<PairwiseSubject>
{
    public void Configure(EntityTypeBuilder<PairwiseSubject> builder)
    {
        builder.ToTable("PairwiseSubjects");
        builder.HasKey(subject => subject.Subject);
        builder.Property(subject => subject.Subject).HasMaxLength(64);
        builder.Property(subject => subject.ClientId).HasMaxLength(100);
        builder.Property(subject => subject.ResidentId).HasMaxLength(64);
        builder.HasIndex(subject => new { subject.ResidentId, subject.ClientId }).IsUnique();
    }
}
