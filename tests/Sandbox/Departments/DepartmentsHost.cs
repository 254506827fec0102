using System.Text.Json;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;

namespace CrossBorder.Sandbox.Departments;

/// <summary>All departments behind one listener.</summary>
internal static class DepartmentsHost
{
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(30);

    /// <param name="ports">Where they listen, and where the hub is.</param>
    /// <param name="pki">Their keys.</param>
    /// <param name="journals">Folder in which each keeps what it took; null where nothing outlives them.</param>
    public static WebApplication Build(SandboxPorts ports, DevelopmentPki pki, string? journals = null)
    {
        var builder = CounterpartyHost.CreateBuilder(ports.Departments);
        var app = builder.Build();
        var hub = new HubSignature(pki, ports.HubAddress, TimeProvider.System);
        var opener = new EnvelopeOpener(pki);
        var faults = new DepartmentFaults();
        var desks = SandboxDepartments.Algorithms.ToDictionary(
            department => department.Key,
            department => new DepartmentDesk(
                department.Key, pki.SigningKey("department-" + department.Key, department.Value), TimeProvider.System,
                journals is null ? null : new DepartmentJournal(Path.Combine(journals, department.Key + ".jsonl"))),
            StringComparer.Ordinal);

        app.MapPost("/departments/{slug}", (string slug, HttpContext context) =>
            desks.TryGetValue(slug, out var desk) ? ReceiveAsync(desk, hub, opener, faults.Take(slug), context) : Task.FromResult(Results.NotFound()));
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

    /// <summary>Until it is told to end.</summary>
    public static async Task RunAsync(int port, Uri hub, Uri home, string certificates, string journals, CancellationToken cancellationToken)
    {
        var pki = DevelopmentPki.Open(certificates, home, hub, SandboxDepartments.Algorithms, TimeProvider.System);
        await using var app = Build(SandboxPorts.From(hub.Port) with { Hub = hub.Port, Departments = port }, pki, journals);
        await app.RunAsync(cancellationToken);
    }

    private static async Task<IResult> ReceiveAsync(DepartmentDesk desk, HubSignature hub, EnvelopeOpener opener, string mode, HttpContext context)
    {
        if (mode == "down")
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (mode == "refuse")
            return Broken(context);
        if (mode == "slow")
            await Task.Delay(Slowness, TimeProvider.System, context.RequestAborted);

        var message = await context.Request.ReadSignedMessageAsync();
        if (message is null)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var opened = opener.Open(desk.Slug, message);
        if (!opened.TryGetValue(out var envelope))
            return Results.Json(new { error = opened.Error.ToString() }, statusCode: StatusCodes.Status400BadRequest);
        var verified = hub.Verify(envelope, "cross-border-application+jws");
        if (!verified.Succeeded)
            verified = hub.Verify(envelope, "cross-border-supplement+jws");
        if (!verified.TryGetValue(out var content))
            return Results.Json(new { error = verified.Error.ToString() }, statusCode: StatusCodes.Status400BadRequest);

        using var payload = JsonDocument.Parse(content.Payload);
        if (!payload.RootElement.TryGetProperty("aud", out var audience) || audience.GetString() != desk.Slug)
            return Results.Json(new { error = "This envelope is for another department." }, statusCode: StatusCodes.Status400BadRequest);
        var root = payload.RootElement;
        var receipt = desk.Receive(
            new(root.GetProperty("id").GetString()!, Text(root, "case"), Text(root, "item"), envelope), mode);
        return mode == "forget-ack" ? Broken(context) : Results.Text(receipt, "application/jose");
    }

    // A notice of withdrawal need not say all that an application says.
    private static string Text(JsonElement payload, string name) => payload.TryGetProperty(name, out var member) ? member.GetString()! : "";

    private static IResult Broken(HttpContext context)
    {
        context.Abort();
        return Results.Empty;
    }
}
