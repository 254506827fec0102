using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenIddict.EntityFrameworkCore.Models;

namespace CrossBorder.Federation.Storage.Grants;

/// <summary>What is asked for each token that is used, translated once for each model. Nothing of it is tracked.</summary>
internal sealed class GrantQueries
{
    private static readonly ConditionalWeakTable<IModel, GrantQueries> OfModels = [];

    public static GrantQueries Of(HubDbContext context) => OfModels.GetValue(context.Model, static _ => new GrantQueries());

    public Func<HubDbContext, string, CancellationToken, Task<TokenRow?>> TokenById { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string id, CancellationToken cancellationToken) => context.Set<OpenIddictEntityFrameworkCoreToken>().AsNoTracking()
            .Where(token => token.Id == id)
            .Select(token => new TokenRow(token, token.Application!.Id, token.Authorization, token.Authorization!.Application!.Id)).FirstOrDefault());

    public Func<HubDbContext, string, CancellationToken, Task<TokenRow?>> TokenByReference { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string reference, CancellationToken cancellationToken) => context.Set<OpenIddictEntityFrameworkCoreToken>().AsNoTracking()
            .Where(token => token.ReferenceId == reference)
            .Select(token => new TokenRow(token, token.Application!.Id, token.Authorization, token.Authorization!.Application!.Id)).FirstOrDefault());

    public Func<HubDbContext, string, CancellationToken, Task<AuthorizationRow?>> Authorization { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string id, CancellationToken cancellationToken) => context.Set<OpenIddictEntityFrameworkCoreAuthorization>().AsNoTracking()
            .Where(authorization => authorization.Id == id)
            .Select(authorization => new AuthorizationRow(authorization, authorization.Application!.Id)).FirstOrDefault());

    public Func<HubDbContext, string, CancellationToken, Task<OpenIddictEntityFrameworkCoreApplication?>> ClientByName { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string name, CancellationToken cancellationToken) => context.Set<OpenIddictEntityFrameworkCoreApplication>().AsNoTracking()
            .FirstOrDefault(client => client.ClientId == name));
}

/// <summary>A token, and what stands behind it: nearly everybody who asks for the one asks for the other next.</summary>
internal sealed record TokenRow(
    OpenIddictEntityFrameworkCoreToken Token, string? ApplicationId, OpenIddictEntityFrameworkCoreAuthorization? Authorization, string? AuthorizedId);

internal sealed record AuthorizationRow(OpenIddictEntityFrameworkCoreAuthorization Authorization, string? ApplicationId);
