using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace CrossBorder.Federation.Storage.Grants;

/// <summary>OpenIddict's store of clients, which asks the database for one client once a second instead of several times for each request.</summary>
internal sealed class ClientStore(IMemoryCache cache, IOpenIddictEntityFrameworkCoreContext source, IOptionsMonitor<OpenIddictEntityFrameworkCoreOptions> options,
    HubDbContext context, KeptClients known)
    : OpenIddictEntityFrameworkCoreApplicationStore<
        OpenIddictEntityFrameworkCoreApplication, OpenIddictEntityFrameworkCoreAuthorization, OpenIddictEntityFrameworkCoreToken, string>(cache, source, options)
{
    // One request works on one copy, so that what it changes and then does not store is nobody else's.
    private readonly Dictionary<string, OpenIddictEntityFrameworkCoreApplication> copies = new(StringComparer.Ordinal);

    public override async ValueTask<OpenIddictEntityFrameworkCoreApplication?> FindByClientIdAsync(string identifier, CancellationToken cancellationToken)
    {
        if (copies.TryGetValue(identifier, out var copy))
            return copy;

        if (known.Find(identifier) is not { } row)
        {
            var before = known.Changes;
            if (await GrantQueries.Of(context).ClientByName(context, identifier, cancellationToken) is not { } read)
                return null;
            known.Keep(row = read, before);
        }

        return copies[identifier] = CopyOf(row);
    }

    public override async ValueTask CreateAsync(OpenIddictEntityFrameworkCoreApplication application, CancellationToken cancellationToken)
    {
        await base.CreateAsync(application, cancellationToken);
        Forget();
    }

    public override async ValueTask UpdateAsync(OpenIddictEntityFrameworkCoreApplication application, CancellationToken cancellationToken)
    {
        LetGo(application);
        await base.UpdateAsync(application, cancellationToken);
        Forget();
    }

    public override async ValueTask DeleteAsync(OpenIddictEntityFrameworkCoreApplication application, CancellationToken cancellationToken)
    {
        LetGo(application);
        await base.DeleteAsync(application, cancellationToken);
        Forget();
    }

    private void Forget()
    {
        copies.Clear();
        known.Forget();
    }

    /// <summary>The same row may have come by a list too, and a context takes a row but once.</summary>
    private void LetGo(OpenIddictEntityFrameworkCoreApplication application)
    {
        foreach (var entry in context.ChangeTracker.Entries<OpenIddictEntityFrameworkCoreApplication>()
            .Where(entry => entry.Entity.Id == application.Id && !ReferenceEquals(entry.Entity, application)).ToList())
            entry.State = EntityState.Detached;
    }

    private static OpenIddictEntityFrameworkCoreApplication CopyOf(OpenIddictEntityFrameworkCoreApplication row) => new()
    {
        Id = row.Id,
        ApplicationType = row.ApplicationType,
        ClientId = row.ClientId,
        ClientSecret = row.ClientSecret,
        ClientType = row.ClientType,
        ConcurrencyToken = row.ConcurrencyToken,
        ConsentType = row.ConsentType,
        DisplayName = row.DisplayName,
        DisplayNames = row.DisplayNames,
        JsonWebKeySet = row.JsonWebKeySet,
        Permissions = row.Permissions,
        PostLogoutRedirectUris = row.PostLogoutRedirectUris,
        Properties = row.Properties,
        RedirectUris = row.RedirectUris,
        Requirements = row.Requirements,
        Settings = row.Settings,
    };
}
