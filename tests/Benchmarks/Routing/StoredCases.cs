using System.Globalization;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Trust.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Benchmarks.Routing;

/// <summary>
/// Makes a database old: one case that went its whole way is written again, row by row of every table, under other numbers. The database
/// does it within itself.
/// </summary>
internal sealed class StoredCases(IServiceProvider hub)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public async Task FillAsync(int size, CancellationToken cancellationToken)
    {
        await using var scope = hub.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        context.Database.SetCommandTimeout(Longest);
        var template = await context.Set<Application>().Where(application => application.Status == ApplicationStatus.Accepted)
            .OrderBy(application => application.Id).Select(application => application.Id).FirstAsync(cancellationToken);
        var from = await context.Set<Application>().CountAsync(cancellationToken);
        if (from >= size)
            return;

        var copies = new RowCopies(context, template, from + 1, size);
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            await copies.WriteAsync<Application>("Id", cancellationToken);
            await copies.WriteAsync<Delivery>("ApplicationId", cancellationToken);
            await copies.WriteAsync<DeliveryClock>("ApplicationId", cancellationToken);
            await copies.WriteAsync<Receipt>("DeliveryId", cancellationToken);
            await copies.WriteAsync<CaseEvent>("ApplicationId", cancellationToken);
            await copies.WriteAsync<IdempotencyKey>("ApplicationId", cancellationToken);
            await copies.WriteAsync<TrustRecord>("ApplicationId", cancellationToken);
            await copies.WriteAsync<AuditEntry>("SubjectReference", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        // As a server that has grown for years would have done by itself.
        await context.Database.ExecuteSqlRawAsync(context.Database.IsNpgsql() ? "VACUUM ANALYZE" : "ANALYZE", cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  filled up to {size:N0} cases"));
    }
}
