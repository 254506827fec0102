using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;

namespace CrossBorder.Sandbox.Home.IamSmart;

/// <summary>iAM Smart beside the home provider, under <c>/iamsmart</c>.</summary>
internal static class IamSmartHost
{
    private const string Api = "/iamsmart/api/v1/";

    public static void MapIamSmart(this WebApplication app, SandboxPorts ports, DevelopmentPki pki, string data)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var service = new IamSmartService(ports, pki, data);
        var faults = new IamSmartFaults();
        var desk = new IamSmartDesk(clock);
        var residents = ResidentAuthority.Open(data, clock);
        var callbacks = new IamSmartCallbacks(service, new SigningAnswer(residents, faults, clock), faults, clock);
        var broker = new BrokerPage(service, desk);
        var api = new IamSmartEndpoints(service, desk, callbacks, faults, clock);
        app.Lifetime.ApplicationStopped.Register(callbacks.Dispose);

        app.MapGet(Api + "auth/getQR", broker.Show);
        app.MapPost("/iamsmart/broker", (Delegate)broker.TakeAsync).DisableAntiforgery();
        app.MapPost(Api + "security/getKey", (Delegate)api.KeyAsync);
        app.MapPost(Api + "auth/getToken", (Delegate)api.TokenAsync);
        app.MapPost(Api + "account/auth/profile/initiateRequest", (Delegate)((HttpContext context) => api.AskAsync(context, "profile")));
        app.MapPost(Api + "account/eme/initiateRequest", (Delegate)((HttpContext context) => api.AskAsync(context, "eme")));
        app.MapPost(Api + "account/stepup/initiateRequest", (Delegate)((HttpContext context) => api.AskAsync(context, "stepup")));

        app.MapPost(Api + "account/signing/initiateRequest", (Delegate)((HttpContext context) => api.AskAsync(context, "signing")));
        app.MapGet("/iamsmart/residents.crl", () => Results.Bytes(residents.RevocationList(), "application/pkix-crl"));

        app.MapPost("/iamsmart/faults", (IamSmartFault fault) =>
        {
            faults.Set(fault.Mode, fault.Count);
            return Results.NoContent();
        });
        app.MapPost("/iamsmart/release", async () =>
        {
            await callbacks.ReleaseAsync();
            return Results.NoContent();
        });
        app.MapGet("/iamsmart/log", () => Results.Json(new { keysGiven = desk.KeysGiven, callbacks = callbacks.Log }));
    }
}

/// <summary>A fault, and how often.</summary>
internal sealed record IamSmartFault(string Mode, int Count = 1);
