using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CrossBorder.Federation.Storage;

/// <summary>For the migrations tool alone: a model without a database and with keys that seal nothing.</summary>
internal static class DesignTime
{
    public static PersonalDataProtector Protector { get; } =
        new(new PersonalDataKeys([new PersonalDataKey("design", ContentCipher.AesGcm, new byte[32])], new byte[32], new byte[32]));
}

internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteHubDbContext>
{
    public SqliteHubDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteHubDbContext>();
        StorageExtensions.UseSqlite(options, "Data Source=:memory:", new SettingsPaths("."));
        return new SqliteHubDbContext(options.Options, DesignTime.Protector);
    }
}

internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlHubDbContext>
{
    public PostgreSqlHubDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlHubDbContext>();
        StorageExtensions.UsePostgreSql(options, "Host=127.0.0.1;Database=design");
        return new PostgreSqlHubDbContext(options.Options, DesignTime.Protector);
    }
}
