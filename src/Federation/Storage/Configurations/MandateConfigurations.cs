using CrossBorder.Federation.Delegation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class MandateConfiguration : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.ToTable("Mandates");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(32);
        builder.Property(row => row.PrincipalId).HasMaxLength(64);
        builder.Property(row => row.GivenBy).HasMaxLength(64);
        builder.Property(row => row.AgentId).HasMaxLength(64);
        builder.Property(row => row.Relation).HasMaxLength(20);
        builder.Property(row => row.Items).HasMaxLength(2000);
        builder.Property(row => row.Scopes).HasMaxLength(400);
        builder.Property(row => row.Consents).HasMaxLength(2000);
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.EndedBy).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.CodeHash).HasMaxLength(80);
        builder.Property(row => row.DocumentHash).HasMaxLength(80);
        builder.Property(row => row.Assurance).HasMaxLength(64);
        builder.Property(row => row.Home).HasMaxLength(100);
        builder.Property(row => row.TrustPath).HasMaxLength(43);
        builder.Property(row => row.Identity).IsProtected();
        builder.Property(row => row.Assertion).IsProtected();
        builder.Property(row => row.MainlandAccount).IsProtected();
        builder.Property(row => row.PrincipalName).IsProtected();
        builder.Property(row => row.AgentName).IsProtected();
        builder.Property(row => row.ComparedAgent).IsProtected();
        builder.Property(row => row.Enterprise).IsProtected();
        builder.Property(row => row.Proof).HasMaxLength(16);
        builder.Property(row => row.DecidedBy).HasMaxLength(64);
        builder.Property(row => row.Reason).IsProtected();
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder.Ignore(row => row.ItemCodes);
        builder.Ignore(row => row.ScopeNames);
        builder.Ignore(row => row.ConsentIds);
        builder.HasIndex(row => row.CodeHash).IsUnique();
        builder.HasIndex(row => row.GivenBy);
        builder.HasIndex(row => new { row.AgentId, row.State });
        builder.HasIndex(row => new { row.State, row.ValidUntil });
    }
}

internal sealed class MandateNameConfiguration : IEntityTypeConfiguration<MandateName>
{
    public void Configure(EntityTypeBuilder<MandateName> builder)
    {
        builder.ToTable("MandateNames");
        builder.HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(64);
        builder.Property(row => row.MandateId).HasMaxLength(32);
        builder.Property(row => row.ClientId).HasMaxLength(100);
        builder.HasIndex(row => new { row.MandateId, row.ClientId }).IsUnique();
        builder.HasOne<Mandate>().WithMany().HasForeignKey(row => row.MandateId).OnDelete(DeleteBehavior.Cascade);
    }
}
