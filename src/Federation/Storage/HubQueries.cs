using System.Runtime.CompilerServices;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Contacts;
using CrossBorder.Verification.Checks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrossBorder.Federation.Storage;

/// <summary>
/// What is asked for each application and each receipt, translated once instead of each time. A compiled query belongs to one model, and EF Core
/// may make that of a host anew.
/// </summary>
internal sealed class HubQueries
{
    private static readonly ConditionalWeakTable<IModel, HubQueries> OfModels = [];

    public static HubQueries Of(HubDbContext context) => OfModels.GetValue(context.Model, static _ => new HubQueries());

    public Func<HubDbContext, string, CancellationToken, Task<IdempotencyKey?>> Key { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string id, CancellationToken cancellationToken) => context.Set<IdempotencyKey>().AsNoTracking().FirstOrDefault(key => key.Id == id));

    /// <summary>All that a receipt is judged by and changes, for each delivery of its case; the clocks are tracked.</summary>
    public Func<HubDbContext, string, IAsyncEnumerable<SignedForRow>> SignedFor { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string application) => context.Set<Delivery>().Where(row => row.ApplicationId == application)
            .Join(context.Set<Application>(), row => row.ApplicationId, filed => filed.Id, (row, filed) => new SignedForRow(
                new StandingRow(row.Id, row.Status, row.Told, row.ForwardedFrom, row.After), row.Kind, row.Sequence, row.Receipt != null, row.Clock,
                new FiledRow(filed.ClientId, filed.CaseNumber, filed.ResidentId), filed.Status)));

    /// <summary>Tracked; null for what has no clock.</summary>
    public Func<HubDbContext, string, CancellationToken, Task<DeliveryClock?>> Clock { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string delivery, CancellationToken cancellationToken) => context.Set<DeliveryClock>().FirstOrDefault(row => row.DeliveryId == delivery));

    /// <summary>The deliveries of a case that its status follows from.</summary>
    public Func<HubDbContext, string, IAsyncEnumerable<StandingRow>> Standings { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string application) => context.Set<Delivery>()
            .Where(row => row.ApplicationId == application && row.Kind == DeliveryKind.Application)
            .Select(row => new StandingRow(row.Id, row.Status, row.Told, row.ForwardedFrom, row.After)));

    public Func<HubDbContext, string, CancellationToken, Task<FiledRow>> Filed { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string application, CancellationToken cancellationToken) => context.Set<Application>().Where(row => row.Id == application)
            .Select(row => new FiledRow(row.ClientId, row.CaseNumber, row.ResidentId)).Single());

    public Func<HubDbContext, string, CancellationToken, Task<bool>> WantsMail { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string resident, CancellationToken cancellationToken) => context.Set<ResidentContact>().Any(row => row.ResidentId == resident && row.ConfirmedAt != null));

    /// <summary>Whether a success changes anything in how deliveries flow to that department.</summary>
    public Func<HubDbContext, string, CancellationToken, Task<bool>> CircuitIsDisturbed { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string department, CancellationToken cancellationToken) => context.Set<Applications.Resilience.DepartmentCircuit>()
            .Any(row => row.Department == department && (row.OpenedAt != null || row.Failures > 0)));
}

internal sealed record SignedForRow(
    StandingRow Standing, DeliveryKind Kind, long? Sequence, bool HasReceipt, DeliveryClock? Clock, FiledRow Filed, ApplicationStatus Case);

internal sealed record StandingRow(string Id, DeliveryStatus Status, DepartmentEventStatus? Told, string? ForwardedFrom, string? After);

internal sealed record FiledRow(string? ClientId, string CaseNumber, string ResidentId);
