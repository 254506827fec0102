using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Grants;
using CrossBorder.Federation.Storage.Grouped;
using CrossBorder.Federation.Storage.Prepared;
using CrossBorder.Federation.Tests.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.EntityFrameworkCore.Models;
using Xunit;

namespace CrossBorder.Federation.Tests.Storage;

/// <summary>A token and its authorization lie in the database as the change tracker would have written them, and are changed from a known state alone.</summary>
public sealed class GrantRowsTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static readonly DateTime At = new(2026, 3, 4, 5, 6, 7, 891, DateTimeKind.Utc);

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Every_column_holds_the_same_as_if_it_had_been_tracked(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        foreach (var sparse in new[] { false, true })
        {
            var (tracked, staged) = (sparse ? "c" : "a", sparse ? "d" : "b");
            await TrackAsync(desk, tracked, sparse);
            await StageAsync(desk, context => New(context, staged, sparse));
            await SameAsync<OpenIddictEntityFrameworkCoreAuthorization>(desk, tracked, staged);
            await SameAsync<OpenIddictEntityFrameworkCoreToken>(desk, tracked, staged);

            await StageAsync(desk, context => [GrantRows.Changed(context, Token(tracked, !sparse, "second"), "first")]);
            await ChangeTrackedAsync(desk, staged, !sparse);
            await SameAsync<OpenIddictEntityFrameworkCoreToken>(desk, tracked, staged);
        }
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_token_that_another_changed_is_not_changed_and_nothing_beside_it_is_written(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        await StageAsync(desk, context => New(context, "a", sparse: false));
        await StageAsync(desk, context => [GrantRows.Changed(context, Token("a", sparse: true, "second"), "first")]);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => StageAsync(
            desk, context => [GrantRows.Changed(context, Token("a", sparse: false, "third"), "first"), .. New(context, "b", sparse: false)]));

        var left = await desk.UseAsync<HubDbContext, List<string?>>(context =>
            context.Set<OpenIddictEntityFrameworkCoreToken>().OrderBy(row => row.Id).Select(row => row.ConcurrencyToken).ToListAsync());
        Assert.Equal(["second"], left);
    }

    private static ReadyStatement[] New(HubDbContext context, string number, bool sparse)
    {
        var (authorization, token) = (Authorization(number, sparse), Token(number, sparse, "first"));
        token.Authorization = authorization;
        return [GrantRows.New(context, authorization), GrantRows.New(context, token)];
    }

    private static Task<bool> StageAsync(ApplicationsDesk desk, Func<HubDbContext, ReadyStatement[]> rows) =>
        desk.Services.GetRequiredService<GroupedWrites>().WriteAsync("token", services =>
        {
            services.GetRequiredService<StagedStatements>().AddRange(rows(services.GetRequiredService<HubDbContext>()));
            return Task.FromResult(true);
        }, TestContext.Current.CancellationToken);

    private static Task<int> TrackAsync(ApplicationsDesk desk, string number, bool sparse) => desk.UseAsync<HubDbContext, int>(context =>
    {
        var token = Token(number, sparse, "first");
        token.Authorization = Authorization(number, sparse);
        context.Add(token);
        return context.SaveChangesAsync();
    });

    private static Task<int> ChangeTrackedAsync(ApplicationsDesk desk, string number, bool sparse) => desk.UseAsync<HubDbContext, int>(async context =>
    {
        var row = await context.Set<OpenIddictEntityFrameworkCoreToken>().FirstAsync(token => token.Id == number);
        context.Entry(row).CurrentValues.SetValues(Token(number, sparse, "second"));
        return await context.SaveChangesAsync();
    });

    private static OpenIddictEntityFrameworkCoreAuthorization Authorization(string number, bool sparse) => new()
    {
        Id = number, ConcurrencyToken = "first", Type = "ad-hoc", Status = "valid",
        CreationDate = sparse ? null : At, Subject = sparse ? null : "subject", Scopes = sparse ? null : "[\"openid\"]", Properties = sparse ? null : "{}",
    };

    private static OpenIddictEntityFrameworkCoreToken Token(string number, bool sparse, string mark) => new()
    {
        Id = number, ConcurrencyToken = mark, Type = "access_token", Status = "valid",
        CreationDate = sparse ? null : At, ExpirationDate = sparse ? null : At.AddHours(1), RedemptionDate = sparse ? null : At.AddMinutes(1),
        Subject = sparse ? null : "subject", Payload = sparse ? null : "payload", Properties = sparse ? null : "{}", ReferenceId = sparse ? null : "reference-" + number,
    };

    private static Task<bool> SameAsync<T>(ApplicationsDesk desk, string one, string other) => desk.UseAsync<HubDbContext, bool>(async context =>
    {
        Assert.Equal(await RowAsync(context, typeof(T), one), await RowAsync(context, typeof(T), other));
        return true;
    });

    private static async Task<Dictionary<string, object>> RowAsync(HubDbContext context, Type entity, string number)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the model and of this file.
        command.CommandText = $"SELECT * FROM \"{context.Model.FindEntityType(entity)!.GetTableName()}\" WHERE \"Id\" = '{number}'";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        // Each has a number of its own, in each of its names.
        return Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => reader.GetValue(column) switch
        {
            string text when text == number => "",
            string text when text == "reference-" + number => "reference",
            var value => value,
        });
    }
}
