using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictExceptions;

namespace CrossBorder.Federation.Storage.Grants;

/// <summary>
/// OpenIddict's store of tokens with what each request needs made cheap (ADR 0042): one question for a token and the authorization behind it,
/// and writes that are gathered. What is seldom asked is its own.
/// </summary>
internal sealed class TokenStore(IMemoryCache cache, IOpenIddictEntityFrameworkCoreContext source, IOptionsMonitor<OpenIddictEntityFrameworkCoreOptions> options,
    HubDbContext context, GrantWrites grants)
    : OpenIddictEntityFrameworkCoreTokenStore<
        OpenIddictEntityFrameworkCoreToken, OpenIddictEntityFrameworkCoreApplication, OpenIddictEntityFrameworkCoreAuthorization, string>(cache, source, options)
{
    public override async ValueTask CreateAsync(OpenIddictEntityFrameworkCoreToken token, CancellationToken cancellationToken) =>
        await grants.AddAsync(token, cancellationToken);

    public override async ValueTask UpdateAsync(OpenIddictEntityFrameworkCoreToken token, CancellationToken cancellationToken)
    {
        // One that came by a list is tracked.
        if (context.Entry(token).State != EntityState.Detached)
            await base.UpdateAsync(token, cancellationToken);
        else if (!await grants.ChangeAsync(token, cancellationToken))
            throw new ConcurrencyException("The token was changed by another request.");
    }

    public override async ValueTask<OpenIddictEntityFrameworkCoreToken?> FindByIdAsync(string identifier, CancellationToken cancellationToken) =>
        grants.KnownToken(identifier) ?? Know(await GrantQueries.Of(context).TokenById(context, identifier, cancellationToken));

    public override async ValueTask<OpenIddictEntityFrameworkCoreToken?> FindByReferenceIdAsync(string identifier, CancellationToken cancellationToken) =>
        grants.KnownByReference(identifier) ?? Know(await GrantQueries.Of(context).TokenByReference(context, identifier, cancellationToken));

    public override ValueTask<string?> GetApplicationIdAsync(OpenIddictEntityFrameworkCoreToken token, CancellationToken cancellationToken) =>
        token.Application is { } application ? new(application.Id) : base.GetApplicationIdAsync(token, cancellationToken);

    public override ValueTask<string?> GetAuthorizationIdAsync(OpenIddictEntityFrameworkCoreToken token, CancellationToken cancellationToken) =>
        token.Authorization is { } authorization ? new(authorization.Id) : base.GetAuthorizationIdAsync(token, cancellationToken);

    public override ValueTask SetApplicationIdAsync(OpenIddictEntityFrameworkCoreToken token, string? identifier, CancellationToken cancellationToken)
    {
        if (context.Entry(token).State != EntityState.Detached)
            return base.SetApplicationIdAsync(token, identifier, cancellationToken);
        token.Application = string.IsNullOrEmpty(identifier) ? null : new() { Id = identifier };
        return default;
    }

    public override ValueTask SetAuthorizationIdAsync(OpenIddictEntityFrameworkCoreToken token, string? identifier, CancellationToken cancellationToken)
    {
        if (context.Entry(token).State != EntityState.Detached)
            return base.SetAuthorizationIdAsync(token, identifier, cancellationToken);
        token.Authorization = string.IsNullOrEmpty(identifier) ? null : new() { Id = identifier };
        return default;
    }

    private OpenIddictEntityFrameworkCoreToken? Know(TokenRow? row)
    {
        if (row is null)
            return null;
        if (grants.KnownToken(row.Token.Id!) is { } known)
            return known;

        var token = row.Token;
        token.Application = row.ApplicationId is null ? null : new() { Id = row.ApplicationId };
        token.Authorization = row.Authorization is null ? null : new() { Id = row.Authorization.Id };
        if (row.Authorization is { } authorization && grants.KnownAuthorization(authorization.Id!) is null)
            AuthorizationStore.Know(grants, authorization, row.AuthorizedId);
        return grants.Know(token);
    }
}
