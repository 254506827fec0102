using CrossBorder.Federation.Applications.Feedback;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class CaseRatingConfiguration : IEntityTypeConfiguration<CaseRating>
{
    public void Configure(EntityTypeBuilder<CaseRating> builder)
    {
        builder.ToTable("CaseRatings");
        builder.HasKey(rating => rating.ApplicationId);
        builder.Property(rating => rating.ApplicationId).HasMaxLength(32);
        builder.Property(rating => rating.Comment).IsProtected();
        // No key to the case: it may lie in the archive.
        builder.Property(rating => rating.ApplicationId).ValueGeneratedNever();
    }
}
