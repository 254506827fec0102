using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Notices;

/// <summary>One attempt to tell of one notice. Every end of it leaves the notice settled, or due again.</summary>
internal abstract class NoticeSender<TNotice>(INoticeQueue<TNotice> queue, NoticeQueueOptions options, TimeProvider clock, ILogger logger)
    where TNotice : QueuedNotice
{
    public async Task SendAsync(TNotice notice, CancellationToken cancellationToken)
    {
        var told = await TryTellAsync(notice, cancellationToken);
        var now = clock.GetUtcNow();
        if (told is null)
        {
            await queue.SettleAsync(notice, NoticeStatus.NotOffered, null, now, cancellationToken);
            return;
        }

        if (told.Succeeded)
        {
            Log.Told(logger, Receiver(notice), typeof(TNotice).Name, notice.Attempts);
            await queue.SettleAsync(notice, NoticeStatus.Confirmed, null, now, cancellationToken);
            return;
        }

        var fault = told.Error;
        Log.NotTold(logger, Receiver(notice), typeof(TNotice).Name, notice.Attempts, fault.Code, fault.Detail);
        var next = now + options.DelayAfter(notice.Attempts);
        if (next >= notice.GiveUpAt || IsFinal(fault))
            await queue.SettleAsync(notice, NoticeStatus.GivenUp, fault.Code, now, cancellationToken);
        else
            await queue.PostponeAsync(notice, fault.Code, next, cancellationToken);
    }

    // A defect of ours with one notice must not put it before all others again and again.
    private async Task<Outcome<bool>?> TryTellAsync(TNotice notice, CancellationToken cancellationToken)
    {
        try
        {
            return await TellAsync(notice, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.NoticeBroke(logger, fault, typeof(TNotice).Name, notice.Id);
            return ErrorCatalogue.Unexpected.With(fault.GetType().Name);
        }
    }

    /// <summary>Null where the receiver has no address any more, or may not hear of it any more.</summary>
    protected abstract Task<Outcome<bool>?> TellAsync(TNotice notice, CancellationToken cancellationToken);

    /// <summary>Who is told, as the log may say it.</summary>
    protected abstract string Receiver(TNotice notice);

    /// <summary>Whether asking again would be to no purpose.</summary>
    protected virtual bool IsFinal(Error fault) => false;
}
