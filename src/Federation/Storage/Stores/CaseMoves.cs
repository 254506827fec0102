using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Webhooks;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Storage.Prepared;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>The statements between which whoever moves a delivery works, and what is written down for those who watch the case.</summary>
internal sealed class CaseMoves(HubDbContext context, TurnMoves turns, StatusWatchers watchers)
{
    private readonly HubQueries queries = HubQueries.Of(context);
    private readonly HubStatements statements = HubStatements.Of(context);

    /// <summary>Takes the case's row: two departments that answer at once queue up here, so that the second sees what the first did.</summary>
    public Task TakeAsync(string applicationId, CancellationToken cancellationToken) =>
        statements.Taken.With(applicationId).RunAsync(context, cancellationToken);

    /// <summary>
    /// Lets go out whose turn has come, ends what never will, and gives the case the status that follows from its deliveries. What was taken back
    /// stays so. The caller saves and commits.
    /// </summary>
    public async Task MoveAsync(string applicationId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var status = await StatusAsync(applicationId, await queries.Standings(context, applicationId).ToListAsync(cancellationToken), at, cancellationToken);
        if (await statements.Moved.With(status, applicationId, ApplicationStatus.Withdrawn).RunAsync(context, cancellationToken) == 0)
            return;

        var filed = await queries.Filed(context, applicationId, cancellationToken);
        await TellAsync(filed.ClientId, filed.ResidentId, filed.CaseNumber, status, at, cancellationToken);
    }

    /// <summary>The same for a caller that has read the case behind its row, with what it changes; it stores the status that this gives, where there is a new one.</summary>
    public async Task<ApplicationStatus?> MoveAsync(
        string applicationId, ApplicationStatus before, FiledRow filed, IReadOnlyList<StandingRow> deliveries, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var status = await StatusAsync(applicationId, deliveries, at, cancellationToken);
        if (before == ApplicationStatus.Withdrawn || before == status)
            return null;
        await TellAsync(filed.ClientId, filed.ResidentId, filed.CaseNumber, status, at, cancellationToken);
        return status;
    }

    /// <summary>Writes down who is to hear of a change, in the unit of work that makes it.</summary>
    public async Task TellAsync(
        string? clientId, string residentId, string caseNumber, ApplicationStatus status, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // Whom the resident no longer trusts with their cases hears no more of them.
        if (watchers.NoticeOf(clientId, caseNumber, status, at) is { } notice
            && await ConsentRows.MayHearOfCaseAsync(context, residentId, notice.ClientId, caseNumber, cancellationToken))
            context.Add(notice);
        if (await WantsMailAsync(residentId, cancellationToken))
            context.Add(ResidentNotice.OfStatus(residentId, caseNumber, status, at));
    }

    public Task<bool> WantsMailAsync(string residentId, CancellationToken cancellationToken) =>
        queries.WantsMail(context, residentId, cancellationToken);

    private async Task<ApplicationStatus> StatusAsync(
        string applicationId, IReadOnlyList<StandingRow> deliveries, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var turned = await turns.FollowAsync(
            applicationId, [.. deliveries.Select(row => new OrderedDelivery(row.Id, row.Status, row.Told, row.ForwardedFrom, row.After?.Split(' ') ?? []))],
            at, cancellationToken);
        var origins = deliveries.Select(row => row.ForwardedFrom).ToHashSet();
        return ApplicationStatuses.Of([.. deliveries.Select(row => new DeliveryStanding(turned.GetValueOrDefault(row.Id, row.Status), row.Told, origins.Contains(row.Id)))]);
    }
}
