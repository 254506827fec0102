using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace CrossBorder.Federation.Storage.Grants;

/// <summary>OpenIddict's store of authorizations, beside <see cref="TokenStore"/>: created with the tokens, and known from the question for one.</summary>
internal sealed class AuthorizationStore(IMemoryCache cache, IOpenIddictEntityFrameworkCoreContext source, IOptionsMonitor<OpenIddictEntityFrameworkCoreOptions> options,
    HubDbContext context, GrantWrites grants)
    : OpenIddictEntityFrameworkCoreAuthorizationStore<
        OpenIddictEntityFrameworkCoreAuthorization, OpenIddictEntityFrameworkCoreApplication, OpenIddictEntityFrameworkCoreToken, string>(cache, source, options)
{
    public static OpenIddictEntityFrameworkCoreAuthorization Know(GrantWrites grants, OpenIddictEntityFrameworkCoreAuthorization authorization, string? applicationId)
    {
        authorization.Application = applicationId is null ? null : new() { Id = applicationId };
        return grants.Know(authorization);
    }

    public override async ValueTask CreateAsync(OpenIddictEntityFrameworkCoreAuthorization authorization, CancellationToken cancellationToken) =>
        await grants.AddAsync(authorization, cancellationToken);

    public override async ValueTask UpdateAsync(OpenIddictEntityFrameworkCoreAuthorization authorization, CancellationToken cancellationToken) =>
        await base.UpdateAsync(await TrackedAsync(authorization, cancellationToken), cancellationToken);

    public override async ValueTask DeleteAsync(OpenIddictEntityFrameworkCoreAuthorization authorization, CancellationToken cancellationToken) =>
        await base.DeleteAsync(await TrackedAsync(authorization, cancellationToken), cancellationToken);

    public override async ValueTask<OpenIddictEntityFrameworkCoreAuthorization?> FindByIdAsync(string identifier, CancellationToken cancellationToken)
    {
        if (grants.KnownAuthorization(identifier) is { } known)
            return known;
        return await GrantQueries.Of(context).Authorization(context, identifier, cancellationToken) is { } row
            ? Know(grants, row.Authorization, row.ApplicationId)
            : null;
    }

    public override ValueTask<string?> GetApplicationIdAsync(OpenIddictEntityFrameworkCoreAuthorization authorization, CancellationToken cancellationToken) =>
        authorization.Application is { } application ? new(application.Id) : base.GetApplicationIdAsync(authorization, cancellationToken);

    public override ValueTask SetApplicationIdAsync(
        OpenIddictEntityFrameworkCoreAuthorization authorization, string? identifier, CancellationToken cancellationToken)
    {
        if (context.Entry(authorization).State != EntityState.Detached)
            return base.SetApplicationIdAsync(authorization, identifier, cancellationToken);
        authorization.Application = string.IsNullOrEmpty(identifier) ? null : new() { Id = identifier };
        return default;
    }

    /// <summary>The row itself, changed as this one was: that is seldom done, and OpenIddict's own way of storing it wants it tracked.</summary>
    private async Task<OpenIddictEntityFrameworkCoreAuthorization> TrackedAsync(
        OpenIddictEntityFrameworkCoreAuthorization authorization, CancellationToken cancellationToken)
    {
        if (context.Entry(authorization).State != EntityState.Detached
            || await context.Set<OpenIddictEntityFrameworkCoreAuthorization>().FindAsync([authorization.Id], cancellationToken) is not { } tracked)
            return authorization;

        var entry = context.Entry(tracked);
        entry.Property(row => row.ConcurrencyToken).OriginalValue = authorization.ConcurrencyToken;
        entry.CurrentValues.SetValues(authorization);
        return tracked;
    }
}
