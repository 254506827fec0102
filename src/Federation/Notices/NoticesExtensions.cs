using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Notices;

internal static class NoticesExtensions
{
    /// <summary>A queue of notices, its worker, and who hands one over.</summary>
    public static IServiceCollection AddNoticeQueue<TNotice, TOptions, TSender>(this IServiceCollection services)
        where TNotice : QueuedNotice
        where TOptions : NoticeQueueOptions
        where TSender : NoticeSender<TNotice>
    {
        services.AddScoped<INoticeQueue<TNotice>, NoticeQueue<TNotice>>();
        services.AddScoped<NoticeSender<TNotice>, TSender>();
        services.AddHostedService<NoticeWorker<TNotice, TOptions>>();
        return services;
    }
}
