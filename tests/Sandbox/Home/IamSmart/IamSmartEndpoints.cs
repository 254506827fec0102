using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Sandbox.Residents;

namespace CrossBorder.Sandbox.Home.IamSmart;

/// <summary>The interface of iAM Smart, as its public description has it.</summary>
internal sealed class IamSmartEndpoints(IamSmartService service, IamSmartDesk desk, IamSmartCallbacks callbacks, IamSmartFaults faults, TimeProvider clock)
{
    public const string Success = "D00000";
    public const string Declined = "D40000";
    private const string Unsigned = "D20001";
    private const string KeyOver = "D60001";
    private const string Refused = "D99999";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public async Task<IResult> KeyAsync(HttpContext context)
    {
        if (await SignedBodyAsync(context.Request) is null)
            return Answer(Unsigned);
        var key = desk.NewKey();
        return Answer(Success, new JsonObject
        {
            ["secretKey"] = IamSmartCipher.Wrap(service.PublicKey, key, pkcs1: faults.Take(IamSmartFaults.OtherPadding)),
            ["issueAt"] = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            ["expiresIn"] = (long)IamSmartDesk.KeyLifetime.TotalMilliseconds,
        });
    }

    public Task<IResult> TokenAsync(HttpContext context) => SealedAsync(context, question => desk.Redeem(question["code"]?.GetValue<string>()) is { } redeemed
        ? new JsonObject
        {
            ["accessToken"] = redeemed.Token,
            ["openID"] = IamSmartDesk.SubjectOf(redeemed.Resident),
            ["tokenType"] = "Bearer",
            ["accountType"] = redeemed.Resident.LowByDefault ? "basic" : "plus",
        }
        : null);

    public Task<IResult> AskAsync(HttpContext context, string question) => SealedAsync(context, asked =>
    {
        if (desk.Find(asked["accessToken"]?.GetValue<string>()) is not { } resident || asked["openID"]?.GetValue<string>() != IamSmartDesk.SubjectOf(resident)
            || asked["businessID"]?.GetValue<string>() is not { Length: > 0 } reference)
            return null;
        // A digest of any other length is none of the algorithm that was named.
        var digest = question == "signing" ? Convert.FromBase64String(asked["hashCode"]!.GetValue<string>()) : null;
        if (digest is not null && (digest.Length != SHA256.HashSizeInBytes || asked["sigAlgo"]?.GetValue<string>() != "SHA256withRSA" || asked["documentName"] is null))
            return null;
        callbacks.Answer(question, reference, resident, digest);
        return new JsonObject { ["ticketID"] = Guid.NewGuid().ToString("N"), ["authByQR"] = false };
    });

    private async Task<IResult> SealedAsync(HttpContext context, Func<JsonObject, JsonObject?> answer)
    {
        if (await SignedBodyAsync(context.Request) is not { } body)
            return Answer(Unsigned);
        if (faults.Take(IamSmartFaults.Refuse))
            return Answer(Refused);
        if (faults.Take(IamSmartFaults.Garbage))
            return Results.Content("<html>gateway</html>", "text/html");
        if (faults.Take(IamSmartFaults.TooBig))
            return Answer(Success, JsonValue.Create(new string('A', 200 * 1024)));
        if (faults.Take(IamSmartFaults.KeyOver))
            desk.EndKey();
        if (desk.CurrentKey is not { } key)
            return Answer(KeyOver);
        if (IamSmartCipher.Open(key, Member(body, "content")) is not { } opened || JsonNode.Parse(opened) is not JsonObject question || answer(question) is not { } told)
            return Answer(Refused);
        var seal = faults.Take(IamSmartFaults.WrongTag) ? IamSmartCipher.NewKey() : key;
        return Answer(Success, JsonValue.Create(IamSmartCipher.Seal(seal, Encoding.UTF8.GetBytes(told.ToJsonString()))));
    }

    /// <summary>The body, where its headers hold; null otherwise.</summary>
    private async Task<string?> SignedBodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var (timestamp, nonce) = (request.Headers["timestamp"].ToString(), request.Headers["nonce"].ToString());
        var expected = IamSmartCipher.Sign(service.Secret, IamSmartService.ClientId, timestamp, nonce, body);
        return request.Headers["clientID"] == IamSmartService.ClientId
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(request.Headers["signature"].ToString()))
            && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(at)).Duration() < Skew
            && desk.IsNewNonce(nonce)
                ? body
                : null;
    }

    private static string Member(string body, string name)
    {
        try
        {
            return JsonNode.Parse(body)?[name]?.GetValue<string>() ?? "";
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private static IResult Answer(string code, JsonNode? content = null)
    {
        var answer = new JsonObject { ["txID"] = Guid.NewGuid().ToString("N"), ["code"] = code, ["message"] = code == Success ? "SUCCESS" : "FAILED" };
        if (content is not null)
            answer["content"] = content;
        return Results.Content(answer.ToJsonString(), "application/json");
    }
}
