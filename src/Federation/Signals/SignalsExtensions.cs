using CrossBorder.Adapters.RelyingParties;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Signals;

internal static class SignalsExtensions
{
    /// <summary>The transmitter of shared signals: streams, their management, and the way to receivers.</summary>
    public static IServiceCollection AddSignals(this IServiceCollection services)
    {
        services.AddSettings<SharedSignalsOptions, SharedSignalsOptionsValidator>("SharedSignals");
        services.AddSettings<SignalClientsOptions, SignalClientsOptionsValidator>("");
        services.AddAuthorizationBuilder().AddSignalReaders();
        services.AddSecurityEventChannel();
        services.AddHttpContextAccessor();
        services.AddScoped<Receiver>();
        services.AddScoped<ISignalStreams, SignalStreamStore>();
        services.AddScoped<ISignals, SignalStore>();
        services.AddScoped<SignalTokens>();
        services.AddSingleton<StreamDocument>();
        services.AddNoticeQueue<SignalNotice, SharedSignalsOptions, SignalSender>();
        services.AddHostedService<HeldBackWorker>();
        return services;
    }

    public static void MapSignals(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignalPaths.Configuration, TransmitterMetadata.Handle).ExcludeFromDescription();
        var managed = routes.MapGroup("").RequireAuthorization(HubPolicies.SharedSignals).ExcludeFromDescription();
        managed.MapPost(SignalPaths.Streams, StreamEndpoint.CreateAsync);
        managed.MapPatch(SignalPaths.Streams, StreamEndpoint.UpdateAsync);
        managed.MapPut(SignalPaths.Streams, StreamEndpoint.ReplaceAsync);
        managed.MapDelete(SignalPaths.Streams, StreamEndpoint.DeleteAsync);
        managed.MapPost(SignalPaths.Status, StreamStatusEndpoint.SetAsync);
        managed.MapPost(SignalPaths.AddSubject, SubjectEndpoint.AddAsync);
        managed.MapPost(SignalPaths.RemoveSubject, SubjectEndpoint.RemoveAsync);
        managed.MapPost(SignalPaths.Verification, VerificationEndpoint.HandleAsync);
        var read = routes.MapGroup("").RequireAuthorization(HubPolicies.SharedSignalsRead).ExcludeFromDescription();
        read.MapGet(SignalPaths.Streams, StreamEndpoint.ReadAsync);
        read.MapGet(SignalPaths.Status, StreamStatusEndpoint.ReadAsync);
        read.MapPost(SignalPaths.Poll + "{id}", PollEndpoint.HandleAsync);
    }
}
