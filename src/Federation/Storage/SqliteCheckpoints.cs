using System.Data.Common;
using System.Threading.Channels;
using CrossBorder.Federation.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrossBorder.Federation.Storage;

/// <summary>
/// Moves what was committed out of SQLite's write-ahead log into the database, beside the commits and soon after them. Left alone, SQLite has the
/// commit that fills the log do it, and all that come in the meantime wait for the disk twice. It still does so where this falls behind.
/// </summary>
internal sealed partial class SqliteCheckpoints(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SqliteCheckpoints> logger)
    : HubWorker, IDbTransactionInterceptor
{
    /// <summary>Pages in the log at which a commit does it: 64 MB of the usual size.</summary>
    public const int LongestLog = 16_384;

    // Often enough that the log stays short under load, and so seldom that pages which change again and again are moved once.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Channel<bool> committed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => committed.Writer.TryWrite(true);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        committed.Writer.TryWrite(true);
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await committed.Reader.WaitToReadAsync(stoppingToken))
        {
            committed.Reader.TryRead(out _);
            try
            {
                await MoveAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotMoved(logger, fault);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task MoveAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        // Passive: it waits for nobody and nobody for it.
        await scope.ServiceProvider.GetRequiredService<HubDbContext>().Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)", cancellationToken);
    }

    [LoggerMessage(1120, LogLevel.Warning, "The write-ahead log was not moved into the database; SQLite will do so when the log is long")]
    private static partial void NotMoved(ILogger logger, Exception fault);
}
