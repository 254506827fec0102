using System.Runtime.CompilerServices;
using CrossBorder.Federation.Storage.Prepared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenIddict.EntityFrameworkCore.Models;

namespace CrossBorder.Federation.Storage.Grants;

/// <summary>Tokens and authorizations as rows, under the ids of what they belong to, written past the change tracker (ADR 0044).</summary>
internal sealed class GrantRows
{
    // OpenIddict's model keeps these beside its entities, which name what they belong to by navigation alone.
    private const string ApplicationId = "ApplicationId";
    private const string AuthorizationId = "AuthorizationId";

    private static readonly ConditionalWeakTable<IModel, GrantRows> OfModels = [];

    // All that a token says of itself; what it belongs to stays as it is.
    private readonly IProperty[] own;
    private readonly ColumnStatement change;

    private GrantRows(IModel model)
    {
        var token = model.FindEntityType(typeof(OpenIddictEntityFrameworkCoreToken))!;
        own = [.. token.GetProperties().Where(column => !column.IsPrimaryKey() && !column.IsShadowProperty())];
        var mark = token.FindProperty(nameof(OpenIddictEntityFrameworkCoreToken.ConcurrencyToken))!;
        change = RowUpdate.Of(token, own, $" AND {RowUpdate.Name(mark)} = {{{own.Length + 1}}}", mark);
    }

    public static ReadyStatement New(HubDbContext context, OpenIddictEntityFrameworkCoreAuthorization authorization) =>
        RowInsert.Of(context, authorization, (ApplicationId, authorization.Application?.Id));

    public static ReadyStatement New(HubDbContext context, OpenIddictEntityFrameworkCoreToken token) =>
        RowInsert.Of(context, token, (ApplicationId, token.Application?.Id), (AuthorizationId, token.Authorization?.Id));

    /// <param name="context">Whose model says what the row looks like.</param>
    /// <param name="token">As it is to be.</param>
    /// <param name="before">Mark of the state that it was read in.</param>
    public static ReadyStatement Changed(HubDbContext context, OpenIddictEntityFrameworkCoreToken token, string? before)
    {
        var rows = OfModels.GetValue(context.Model, static model => new GrantRows(model));
        return rows.change.With([.. rows.own.Select(column => column.GetGetter().GetClrValue(token)), token.Id, before], mustChange: true);
    }
}
