using System.Text.Json;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;

namespace CrossBorder.Sandbox.Departments;

/// <summary>All departments behind one listener.</summary>
internal static class DepartmentsHost
{
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(30);

    public static WebApplication Build(SandboxPorts ports, DevelopmentPki pki)
    {
        var builder = CounterpartyHost.CreateBuilder(ports.Departments);
        var app = builder.Build();
        var hub = new HubSignature(pki, ports.HubAddress, TimeProvider.System);
        var faults = new DepartmentFaults();
        var desks = SandboxDepartments.Algorithms.ToDictionary(
            department => department.Key,
            department => new DepartmentDesk(
                department.Key, pki.SigningKey("department-" + department.Key, department.Value), TimeProvider.System),
            StringComparer.Ordinal);

        app.MapPost("/departments/{slug}", (string slug, HttpContext context) =>
            desks.TryGetValue(slug, out var desk) ? ReceiveAsync(desk, hub, faults.Take(slug), context) : Task.FromResult(Results.NotFound()));
        app.MapGet("/departments/{slug}/log", (string slug) =>
            desks.TryGetValue(slug, out var desk) ? Results.Json(desk.Log) : Results.NotFound());
        var hubEvents = new HubEvents(ports.HubAddress);
        app.MapPost("/departments/{slug}/events", (string slug, EventRequest request, CancellationToken cancellationToken) =>
            desks.TryGetValue(slug, out var desk) ? hubEvents.TellAsync(desk, request, cancellationToken) : Task.FromResult(Results.NotFound()));
        app.MapPost("/faults", (FaultRequest fault) =>
        {
            if (!desks.ContainsKey(fault.Department) || !DepartmentFaults.Modes.Contains(fault.Mode))
                return Results.BadRequest(new { error = "No such department or mode.", modes = DepartmentFaults.Modes });
            faults.Switch(fault);
            return Results.NoContent();
        });
        return app;
    }

    private static async Task<IResult> ReceiveAsync(DepartmentDesk desk, HubSignature hub, string mode, HttpContext context)
    {
        if (mode == "down")
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (mode == "refuse")
            return Broken(context);
        if (mode == "slow")
            await Task.Delay(Slowness, TimeProvider.System, context.RequestAborted);

        var envelope = await context.Request.ReadSignedMessageAsync();
        if (envelope is null)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var verified = hub.Verify(envelope, "cross-border-application+jws");
        if (!verified.Succeeded)
            verified = hub.Verify(envelope, "cross-border-supplement+jws");
        if (!verified.TryGetValue(out var content))
            return Results.Json(new { error = verified.Error.ToString() }, statusCode: StatusCodes.Status400BadRequest);

        using var payload = JsonDocument.Parse(content.Payload);
        if (!payload.RootElement.TryGetProperty("aud", out var audience) || audience.GetString() != desk.Slug)
            return Results.Json(new { error = "This envelope is for another department." }, statusCode: StatusCodes.Status400BadRequest);
        var receipt = desk.Receive(payload.RootElement.GetProperty("id").GetString()!, envelope, mode);
        return mode == "forget-ack" ? Broken(context) : Results.Text(receipt, "application/jose");
    }

    private static IResult Broken(HttpContext context)
    {
        context.Abort();
        return Results.Empty;
    }
}
