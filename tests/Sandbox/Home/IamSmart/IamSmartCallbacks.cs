using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Sandbox.Residents;

namespace CrossBorder.Sandbox.Home.IamSmart;

/// <summary>Calls the service back with what a resident agreed to, and keeps what it answered.</summary>
internal sealed class IamSmartCallbacks(IamSmartService service, SigningAnswer signing, IamSmartFaults faults, TimeProvider clock) : IDisposable
{
    private const int MostTries = 60;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly ConcurrentQueue<CallbackAnswer> log = new();
    private readonly ConcurrentQueue<Func<Task>> held = new();

    public IReadOnlyCollection<CallbackAnswer> Log => log;

    public void Dispose() => http.Dispose();

    /// <summary>In the app the resident agrees at once; here too, unless callbacks are held.</summary>
    /// <param name="digest">What is to be signed, where that is the question.</param>
    public void Answer(string question, string reference, SandboxResident resident, byte[]? digest)
    {
        Func<Task> send = () => SendAsync(question, reference, resident, digest);
        if (faults.Take(IamSmartFaults.Hold))
            held.Enqueue(send);
        else
            _ = Task.Run(send);
    }

    public async Task ReleaseAsync()
    {
        while (held.TryDequeue(out var send))
            await send();
    }

    private async Task SendAsync(string question, string reference, SandboxResident resident, byte[]? digest)
    {
        var declined = faults.Take(IamSmartFaults.Decline);
        var about = faults.Take(IamSmartFaults.CallbackOther) ? SandboxResidents.All.First(other => other != resident) : resident;
        var named = faults.Take(IamSmartFaults.CallbackUnknown) ? Guid.NewGuid().ToString("N") + ".0" : reference;
        var body = Body(question, named, about, declined, digest);
        if (faults.Take(IamSmartFaults.CallbackBadSignature))
            await PostAsync(question, Signed(body, clock.GetUtcNow(), service.Secret + "!"), body);
        else if (faults.Take(IamSmartFaults.CallbackStale))
            await PostAsync(question, Signed(body, clock.GetUtcNow().AddHours(-1), service.Secret), body);

        var headers = Signed(body, clock.GetUtcNow(), service.Secret);
        await PostAsync(question, headers, body);
        if (faults.Take(IamSmartFaults.CallbackReplay))
            await PostAsync(question, headers, body);
        if (faults.Take(IamSmartFaults.CallbackTwice))
            await PostAsync(question, Signed(body, clock.GetUtcNow(), service.Secret), body);
    }

    private string Body(string question, string reference, SandboxResident resident, bool declined, byte[]? digest)
    {
        if (faults.Take(IamSmartFaults.CallbackTooBig))
            return new string(' ', 100 * 1024);

        var key = IamSmartCipher.NewKey();
        var told = Told(question, reference, resident, declined);
        if (!declined && digest is not null)
            signing.Add(told, resident, digest);
        var content = IamSmartCipher.Seal(key, Encoding.UTF8.GetBytes(told.ToJsonString()));
        if (faults.Take(IamSmartFaults.CallbackWrongTag))
            content = IamSmartCipher.Seal(IamSmartCipher.NewKey(), "{}"u8.ToArray());
        return new JsonObject
        {
            ["txID"] = Guid.NewGuid().ToString("N"),
            ["code"] = declined ? IamSmartEndpoints.Declined : IamSmartEndpoints.Success,
            ["secretKey"] = IamSmartCipher.Wrap(service.PublicKey, key),
            ["content"] = content,
        }.ToJsonString();
    }

    private static JsonObject Told(string question, string reference, SandboxResident resident, bool declined)
    {
        var told = new JsonObject { ["businessID"] = reference, ["openID"] = IamSmartDesk.SubjectOf(resident) };
        if (declined)
            return told;
        if (question == "profile")
        {
            told["idNo"] = resident.HongKongIdentityCard;
            told["enName"] = $"{resident.FamilyName}, {resident.GivenName}";
            told["birthDate"] = resident.Birthdate;
            told["gender"] = resident.Gender;
            if (resident.HanTraditional is { } name)
                told["chName"] = name;
        }

        if (question == "eme")
        {
            told["homeReturnPermitNo"] = resident.HomeReturnPermit;
            told["mobileNumber"] = resident.PhoneNumber;
            told["emailAddress"] = resident.Login + "@example.test";
        }

        return told;
    }

    private static (string Name, string Value)[] Signed(string body, DateTimeOffset at, string secret)
    {
        var timestamp = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var nonce = Guid.NewGuid().ToString("N");
        return
        [
            ("clientID", IamSmartService.ClientId), ("signatureMethod", "HmacSHA256"), ("timestamp", timestamp), ("nonce", nonce),
            ("signature", IamSmartCipher.Sign(secret, IamSmartService.ClientId, timestamp, nonce, body)),
        ];
    }

    // A service that is down for a moment is called again: the resident has agreed, and is not asked twice.
    private async Task PostAsync(string question, (string Name, string Value)[] headers, string body)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, service.Callback(question)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            try
            {
                using var response = await http.SendAsync(request);
                var answer = await response.Content.ReadAsStringAsync();
                log.Enqueue(new CallbackAnswer(question, (int)response.StatusCode, CodeOf(answer)));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), clock);
            }
        }
    }

    private static string? CodeOf(string answer)
    {
        try
        {
            return answer.Length == 0 ? null : JsonNode.Parse(answer)?["code"]?.GetValue<string>();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What the service answered to a callback.</summary>
/// <param name="Code">Of its problem document, where it sent one.</param>
internal sealed record CallbackAnswer(string Question, int Status, string? Code);
