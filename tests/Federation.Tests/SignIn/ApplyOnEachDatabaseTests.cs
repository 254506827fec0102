using CrossBorder.Testing.Databases;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

public sealed class ApplyOnSqliteTests : ApplyTests
{
    protected override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}

public sealed class ApplyOnPostgreSqlTests : ApplyTests
{
    protected override async Task<string?> DatabaseAsync()
    {
        var server = await PostgreSqlServer.FindAsync();
        Assert.SkipWhen(server is null, PostgreSqlServer.Missing);
        return await server.CreateDatabaseAsync();
    }
}
