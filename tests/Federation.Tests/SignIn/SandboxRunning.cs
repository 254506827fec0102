using CrossBorder.Federation.Storage;
using CrossBorder.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

/// <summary>Hub and counterparties, once for the tests of a class, with a look into the hub's database.</summary>
public sealed class SandboxRunning : SandboxFixture, IAsyncLifetime
{
    public ValueTask InitializeAsync() => new(StartAsync());

    internal async Task<IReadOnlyList<TRow>> RowsAsync<TRow>()
        where TRow : class
    {
        await using var scope = HubServices.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<TRow>().AsNoTracking().ToListAsync();
    }
}
