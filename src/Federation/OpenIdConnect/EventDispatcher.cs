using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>Runs the handlers of an event as OpenIddict does: in order, those whose filters let them, until one of them has decided.</summary>
internal sealed partial class EventDispatcher(KeptHandlers handlers, IServiceProvider services, ILogger<OpenIddictServerDispatcher> logger) : IOpenIddictServerDispatcher
{
    public async ValueTask DispatchAsync<TContext>(TContext context)
        where TContext : BaseContext
    {
        foreach (var descriptor in handlers.Of(typeof(TContext)))
        {
            var isActive = true;
            for (var place = 0; isActive && place < descriptor.FilterTypes.Length; place++)
                isActive = await FilterOf<TContext>(descriptor.FilterTypes[place]).IsActiveAsync(context);
            if (!isActive)
                continue;

            await HandlerOf<TContext>(descriptor).HandleAsync(context);
            if (!IsDecided(context))
                continue;
            Decided(logger, typeof(TContext).Name, descriptor.ServiceDescriptor.ServiceType.Name);
            return;
        }
    }

    private static bool IsDecided(BaseContext context) =>
        context is BaseRequestContext { IsRequestHandled: true } or BaseRequestContext { IsRequestSkipped: true } or BaseValidatingContext { IsRejected: true };

    private IOpenIddictServerHandlerFilter<TContext> FilterOf<TContext>(Type filter)
        where TContext : BaseContext => (IOpenIddictServerHandlerFilter<TContext>)services.GetRequiredService(filter);

    private IOpenIddictServerHandler<TContext> HandlerOf<TContext>(OpenIddictServerHandlerDescriptor descriptor)
        where TContext : BaseContext =>
        (IOpenIddictServerHandler<TContext>)(descriptor.ServiceDescriptor.ImplementationInstance
            ?? services.GetRequiredService(descriptor.ServiceDescriptor.ServiceType));

    // For an operator who lifts Logging:LogLevel:OpenIddict: which of them said no.
    [LoggerMessage(1110, LogLevel.Debug, "{Event} was decided by {Handler}")]
    private static partial void Decided(ILogger logger, string @event, string handler);
}
