using CrossBorder.Federation.Homes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class HomeProviderConfiguration : IEntityTypeConfiguration<HomeProvider>
{
    public void Configure(EntityTypeBuilder<HomeProvider> builder)
    {
        builder.ToTable("HomeProviders");
        builder.HasKey(provider => provider.Id);
        builder.Property(provider => provider.Id).ValueGeneratedNever();
        builder.Property(provider => provider.Scheme).HasMaxLength(64);
        builder.Property(provider => provider.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(provider => provider.ProposedBy).HasMaxLength(64);
        builder.Property(provider => provider.DecidedBy).HasMaxLength(64);
        builder.Property(provider => provider.EndAskedBy).HasMaxLength(64);
        builder.Property(provider => provider.EndedBy).HasMaxLength(64);
        builder.Property(provider => provider.Revision).IsConcurrencyToken();
        builder.HasIndex(provider => provider.State);
    }
}
