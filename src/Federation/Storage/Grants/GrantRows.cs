using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace CrossBorder.Federation.Storage.Grants;

/// <summary>Copies of tokens and authorizations for the context that stores them, under the ids of what they belong to.</summary>
internal static class GrantRows
{
    // OpenIddict's model keeps these beside its entities, which name what they belong to by navigation alone.
    private const string ApplicationId = "ApplicationId";
    private const string AuthorizationId = "AuthorizationId";

    public static void Add(HubDbContext context, OpenIddictEntityFrameworkCoreAuthorization authorization)
    {
        var row = context.Add(new OpenIddictEntityFrameworkCoreAuthorization { Id = authorization.Id });
        row.CurrentValues.SetValues(authorization);
        row.Property(ApplicationId).CurrentValue = authorization.Application?.Id;
    }

    public static void Add(HubDbContext context, OpenIddictEntityFrameworkCoreToken token)
    {
        var row = context.Add(new OpenIddictEntityFrameworkCoreToken { Id = token.Id });
        row.CurrentValues.SetValues(token);
        row.Property(ApplicationId).CurrentValue = token.Application?.Id;
        row.Property(AuthorizationId).CurrentValue = token.Authorization?.Id;
    }

    /// <param name="before">Mark of the state that it was read in.</param>
    public static void Change(HubDbContext context, OpenIddictEntityFrameworkCoreToken token, string? before)
    {
        var row = context.Attach(new OpenIddictEntityFrameworkCoreToken { Id = token.Id, ConcurrencyToken = before });
        row.CurrentValues.SetValues(token);
        // What is empty now is written too; what it belongs to stays as it is.
        foreach (var property in row.Properties.Where(property => !property.Metadata.IsPrimaryKey() && !property.Metadata.IsShadowProperty()))
            property.IsModified = true;
    }
}
