using CrossBorder.Adapters.Homes.IamSmart;
using CrossBorder.Adapters.Hsm;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.AssertionGateway.Protocol;
using CrossBorder.Federation.AssertionGateway.Signing;
using CrossBorder.Federation.AssertionGateway.Visits;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Portal;
using CrossBorder.Federation.Storage.Gateway;
using CrossBorder.Federation.Trust;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.AssertionGateway.Hosting;

/// <summary>
/// The assertion gateway as a web application: run by the side that residents sign in at, with a key, a listener and a database of its own.
/// It has nothing of the hub's: neither its settings nor its keys nor its rows.
/// </summary>
public static class GatewayHost
{
    internal const string Role = "assertion-gateway";

    /// <summary>Builds the gateway and checks all its settings. It listens once it is started.</summary>
    /// <exception cref="OptionsValidationException">One section does not hold.</exception>
    /// <exception cref="AggregateException">Several sections do not hold: an <see cref="OptionsValidationException"/> for each.</exception>
    /// <param name="args"><c>serve</c> (optional), <c>--settings FILE</c>, and configuration in the usual .NET way.</param>
    public static WebApplication Build(params string[] args)
    {
        var builder = HostStart.CreateBuilder(args);
        var services = builder.Services;
        services.AddSettings<GatewayOptions, GatewayOptionsValidator>("Gateway");
        services.AddHsm();
        services.AddSingleton<SigningKeyReader>();
        services.AddSingleton<GatewaySigner>();
        builder.AddListeners<GatewayOptions>();
        builder.AddGatewayStorage();
        builder.AddLogs();
        builder.AddTelemetry();
        services.AddHealth();
        services.AddSecurityHeaders();
        services.AddProxies();
        services.AddRateLimits();
        services.AddAuthorization();
        services.AddVisits();
        services.AddProvider();
        services.AddSingleton<HubRequests>();
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, VisitHandler>(VisitHandler.Scheme, null)
            .AddIamSmart(GatewaySchemes.Home, VisitHandler.Scheme, static (provider, file) => provider.GetRequiredService<SettingsPaths>().Resolve(file));
        // After AddAuthentication, which registers a ring of keys on this machine's disk: it is not used, and not made.
        services.Configure<KeyManagementOptions>(static ring => ring.AutoGenerateKeys = false);
        services.AddSingleton<GatewaySecrets>();
        services.AddSingleton<IDataProtectionProvider>(provider => provider.GetRequiredService<GatewaySecrets>());

        var app = builder.Build();
        Use(app);
        app.MapHealth();
        app.MapTelemetry();
        StyleSheetEndpoint.Map(app);
        app.MapVisits();
        app.MapProvider();
        app.MapSigning();
        return app;
    }

    private static void Use(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = GatewayPage.BrokenAsync });
        app.UseRouting();
        app.UseAddressLimit();
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
