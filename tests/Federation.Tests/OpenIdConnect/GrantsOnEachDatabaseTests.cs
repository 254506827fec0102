using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using CrossBorder.Testing.Databases;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

public sealed class GrantsOnSqliteTests(SandboxRunning sandbox) : GrantTests(sandbox), IClassFixture<SandboxRunning>;

public sealed class GrantsOnPostgreSqlTests : GrantTests, IClassFixture<GrantsOnPostgreSqlTests.Running>
{
    public GrantsOnPostgreSqlTests(Running sandbox)
        : base(sandbox) => Assert.SkipWhen(sandbox.IsMissing, PostgreSqlServer.Missing);

    /// <summary>Hub and counterparties on PostgreSQL, once for the tests of the class.</summary>
    public sealed class Running : SandboxFixture, IAsyncLifetime
    {
        public bool IsMissing { get; private set; }

        public async ValueTask InitializeAsync()
        {
            if (await PostgreSqlServer.FindAsync() is { } server)
                await StartAsync(await server.CreateDatabaseAsync());
            else
                IsMissing = true;
        }
    }
}
