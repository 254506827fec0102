using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Storage;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting;

/// <summary>The hub as a web application: told everything by its settings, so that several may run in one process.</summary>
public static class HubHost
{
    /// <summary>Builds the hub and checks all its settings. It listens once it is started.</summary>
    /// <exception cref="OptionsValidationException">One section does not hold.</exception>
    /// <exception cref="AggregateException">Several sections do not hold: an <see cref="OptionsValidationException"/> for each.</exception>
    /// <param name="args"><c>serve</c> (optional), <c>--settings FILE</c>, and configuration in the usual .NET way.</param>
    public static WebApplication Build(params string[] args)
    {
        var builder = HostStart.CreateBuilder(args);
        builder.Services.AddSettings<HubOptions, HubOptionsValidator>("Hub");
        builder.AddStorage();
        builder.AddListeners<HubOptions>();
        builder.Services.AddAudit();
        builder.AddOperations();
        builder.AddFeatures();

        var app = builder.Build();
        app.UseOperations();
        app.MapOperations();
        app.MapFeatures();
        return app;
    }
}
