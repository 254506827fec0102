using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Sandbox.Registry;

/// <summary>The mainland registry: every question is signed by the hub, every answer by the registry and bound to its question.</summary>
internal sealed class RegistryHost(HubSignature hub, ISigningKey key)
{
    public const string Audience = "urn:crossborder:directory:guangdong";
    private const int MaximumRequest = 16 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly RegistryAccounts accounts = new();

    public static WebApplication Build(SandboxPorts ports, DevelopmentPki pki)
    {
        var app = CounterpartyHost.CreateBuilder(ports.Registry).Build();
        var registry = new RegistryHost(
            new HubSignature(pki, ports.HubAddress, TimeProvider.System), pki.SigningKey("registry-sm2", "SGD_SM3_SM2"));
        app.MapPost("/directory/search", context => registry.AnswerAsync(context, registry.Search));
        app.MapPost("/directory/holders", context => registry.AnswerAsync(context, Holders));
        app.MapPost("/directory/register", context => registry.AnswerAsync(context, registry.Register));
        app.MapPost("/licences/search", context => registry.AnswerAsync(context, registry.Licences));
        app.MapRevocation(pki, "gd");
        app.MapPost("/ca/hub", (Delegate)((HttpContext context) => CertifyAsync(context, pki)));
        return app;
    }

    /// <summary>The desk of Guangdong's authority, as far as a sandbox has one: a request comes in, a certificate goes out.</summary>
    private static async Task<IResult> CertifyAsync(HttpContext context, DevelopmentPki pki)
    {
        if (context.Request.ContentLength is null or > MaximumRequest)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return pki.CertifyHub(body.ToArray()).Match(pem => Results.Text(pem, "application/x-pem-file"), errors => Results.BadRequest(errors[0].ToString()));
    }

    private async Task AnswerAsync(HttpContext context, Func<JsonElement, JsonObject> answer)
    {
        var request = await context.Request.ReadSignedMessageAsync() ?? "";
        var verified = hub.Verify(request, "cross-border-directory-request+jws");
        if (!verified.TryGetValue(out var content))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new { error = verified.Error.ToString() });
            return;
        }

        using var question = JsonDocument.Parse(content.Payload);
        if (question.RootElement.GetProperty("aud").GetString() != Audience)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var payload = answer(question.RootElement);
        payload["request"] = Digests.Sha256(Encoding.ASCII.GetBytes(request));
        payload["iat"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        context.Response.ContentType = "application/jose";
        await context.Response.WriteAsync(
            Jws.Sign(key, "cross-border-directory-answer+jws", JsonSerializer.SerializeToUtf8Bytes(payload)));
    }

    private JsonObject Search(JsonElement question) => new()
    {
        ["accounts"] = JsonSerializer.SerializeToNode(
            accounts.Find(Text(question, "documentType"), Text(question, "documentNumber")), Json),
    };

    private static JsonObject Holders(JsonElement question) => new()
    {
        ["holders"] = JsonSerializer.SerializeToNode(
            RegistryHolders.Find(Text(question, "documentType"), Text(question, "documentNumber")), Json),
    };

    private JsonObject Register(JsonElement question) => new()
    {
        ["account"] = JsonSerializer.SerializeToNode(accounts.Register(Text(question, "requestId"), id => new RegistryAccount(
            id, Text(question, "documentType"), Text(question, "documentNumber"), Text(question, "latinName"),
            question.TryGetProperty("hanName", out var han) ? han.GetString() : null, Text(question, "birthdate"))), Json),
    };

    private JsonObject Licences(JsonElement question)
    {
        var account = Text(question, "account");
        var kinds = question.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()!);
        var found = accounts.Holds(account) ? RegistryLicences.Find(account, kinds, TimeProvider.System.GetUtcNow()) : [];
        return new JsonObject
        {
            ["licences"] = JsonSerializer.SerializeToNode(
                found.Select(licence => new { licence.Kind, licence.Attributes }).ToList(), Json),
        };
    }

    private static string Text(JsonElement question, string name) => question.GetProperty(name).GetString() ?? "";
}
