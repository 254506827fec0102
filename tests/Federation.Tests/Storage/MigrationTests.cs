using CrossBorder.Federation.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Storage;

/// <summary>One model, two databases, and no change of it that a migration does not carry.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void The_model_has_no_change_that_the_migrations_for_SQLite_lack()
    {
        using var context = new SqliteDesignTimeFactory().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_model_has_no_change_that_the_migrations_for_PostgreSQL_lack()
    {
        using var context = new PostgreSqlDesignTimeFactory().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges());
    }
}
