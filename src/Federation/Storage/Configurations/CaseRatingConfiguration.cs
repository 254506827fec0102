using CrossBorder.Federation.Applications;
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
        builder.HasOne<Application>().WithOne().HasForeignKey<CaseRating>(rating => rating.ApplicationId);
    }
}
