using CrossBorder.Federation.OpenIdConnect.Tokens;
using CrossBorder.Federation.Storage.Grouped;
using CrossBorder.Federation.Storage.Prepared;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddictToken = OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreToken;

namespace CrossBorder.Federation.Storage.Grants;

/// <summary>
/// What a request read and writes of tokens and authorizations. Its entities belong to no context: the writer that commits for many
/// requests (ADR 0027) gets rows that were made of them, and may begin again.
/// </summary>
internal sealed class GrantWrites(GroupedWrites writes, GrantsUnderWay underWay, HubDbContext context, TimeProvider clock) : IGrantWrites
{
    // Requests that redeem the same code lock the same row and no other of each other's.
    private const string Order = "token ";

    private readonly Dictionary<string, OpenIddictToken> tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpenIddictEntityFrameworkCoreAuthorization> authorizations = new(StringComparer.Ordinal);
    private readonly List<OpenIddictEntityFrameworkCoreAuthorization> newAuthorizations = [];
    private readonly List<OpenIddictToken> newTokens = [];
    // With the mark of the state that the change rests on.
    private readonly Dictionary<OpenIddictToken, string?> changed = [];
    private bool gathers;

    public void Gather() => gathers = true;

    public OpenIddictToken? KnownToken(string id) => tokens.GetValueOrDefault(id);

    /// <summary>The same by its reference, which another token cannot have: their column is unique.</summary>
    public OpenIddictToken? KnownByReference(string reference) => tokens.Values.FirstOrDefault(token => token.ReferenceId == reference);

    public OpenIddictEntityFrameworkCoreAuthorization? KnownAuthorization(string id) => authorizations.GetValueOrDefault(id);

    public OpenIddictToken Know(OpenIddictToken token) => tokens[token.Id!] = token;

    public OpenIddictEntityFrameworkCoreAuthorization Know(OpenIddictEntityFrameworkCoreAuthorization authorization) =>
        authorizations[authorization.Id!] = authorization;

    public Task AddAsync(OpenIddictEntityFrameworkCoreAuthorization authorization, CancellationToken cancellationToken)
    {
        authorization.Id ??= NewId();
        newAuthorizations.Add(Know(authorization));
        return gathers ? Task.CompletedTask : CommitAsync(cancellationToken);
    }

    public Task AddAsync(OpenIddictToken token, CancellationToken cancellationToken)
    {
        token.Id ??= NewId();
        newTokens.Add(Know(token));
        return gathers ? Task.CompletedTask : CommitAsync(cancellationToken);
    }

    /// <summary>False where another changed it first. While this gathers it is told by <see cref="CommitAsync"/>.</summary>
    public async Task<bool> ChangeAsync(OpenIddictToken token, CancellationToken cancellationToken)
    {
        if (newTokens.Contains(token))
            return true;

        changed.TryAdd(token, token.ConcurrencyToken);
        token.ConcurrencyToken = Guid.NewGuid().ToString();
        return gathers || await CommitAsync(cancellationToken);
    }

    // In the order of time: rows that are written together stand together, in the table and in what is asked by it.
    private string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString();

    public async Task<bool> CommitAsync(CancellationToken cancellationToken)
    {
        gathers = false;
        ReadyStatement[] statements =
        [
            .. changed.Select(change => GrantRows.Changed(context, change.Key, change.Value)),
            .. newAuthorizations.Select(authorization => GrantRows.New(context, authorization)),
            .. newTokens.Select(token => GrantRows.New(context, token)),
        ];
        string[] rows = [.. changed.Keys.Select(token => token.Id!)];
        var order = Order + (rows.FirstOrDefault() ?? newTokens.FirstOrDefault()?.Id);
        newAuthorizations.Clear();
        newTokens.Clear();
        changed.Clear();
        if (statements.Length == 0)
            return true;

        if (!underWay.TryBegin(rows))
        {
            tokens.Clear();
            return false;
        }

        try
        {
            // Whoever asked may go away while the writer stages: it has its own, all of it or nothing.
            await writes.WriteAsync(order, Stage, CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            tokens.Clear();
            return false;
        }
        finally
        {
            underWay.End(rows);
        }

        Task<bool> Stage(IServiceProvider services)
        {
            services.GetRequiredService<StagedStatements>().AddRange(statements);
            return Task.FromResult(true);
        }
    }
}
