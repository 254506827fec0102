using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Sandbox.Journey;

/// <summary>The department gd-hrss cannot be reached: its own client fetches the delivery and signs for it, and tells later what became of it.</summary>
internal sealed class DepartmentWalk(SandboxWorld world, ClientWalk resident) : IDisposable
{
    private const string Slug = "gd-hrss";
    private const string Client = "department-" + Slug;
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient hub = new() { BaseAddress = world.Ports.HubAddress };
    private readonly HttpClient departments = new() { BaseAddress = world.Ports.DepartmentsAddress };
    private string caseNumber = "";
    private string delivery = "";

    public async Task WalkAsync(JourneySteps steps, CancellationToken cancellationToken)
    {
        await steps.StepAsync($"{Slug}: pick-up", () => PickUpAsync(cancellationToken));
        await steps.StepAsync($"{Slug}: event", () => TellAsync(cancellationToken));
    }

    public void Dispose()
    {
        hub.Dispose();
        departments.Dispose();
    }

    private async Task<string> PickUpAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        await SwitchAsync("down", limit.Token);
        (caseNumber, delivery) = await resident.FileAsync(limit.Token);
        await SignInAsync(limit.Token);
        var envelope = await FetchAsync(limit.Token);
        await SwitchAsync("off", limit.Token);

        var verified = new HubSignature(world.Pki, world.Ports.HubAddress, TimeProvider.System).Verify(envelope, "cross-border-application+jws");
        Require(verified.Succeeded, "The envelope does not verify.");
        var receipt = Receipt(envelope);
        var first = await SignAsync(receipt, limit.Token);
        Require(first == await SignAsync(receipt, limit.Token), "The receipt sent again was answered otherwise.");
        Require((await resident.CaseAsync(caseNumber, limit.Token)).GetProperty("status").GetString() == "accepted", "The case is not accepted.");
        Require(await PageAsync(limit.Token) is { } page && page.GetProperty("deliveries").GetArrayLength() == 0, "What was signed for is offered again.");
        return "fetched while it could not be reached; envelope of the hub verified, receipt accepted once, not offered again";
    }

    private async Task<string> TellAsync(CancellationToken cancellationToken)
    {
        using var answer = await departments.PostAsJsonAsync(
            $"departments/{Slug}/events", new { delivery, status = "completed", reason = "已辦妥" }, cancellationToken);
        Require((int)answer.StatusCode == 202, $"HTTP {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        var now = await resident.CaseAsync(caseNumber, cancellationToken);
        Require(now.GetProperty("status").GetString() == "completed", "The case is not completed.");
        Require(now.GetProperty("timeline").EnumerateArray().Any(line => line.GetProperty("event").GetString() == "completed"
            && line.GetProperty("reason").GetString() == "已辦妥"), "The resident is not told.");
        return "signature of the department verified by the hub; the case is completed and the resident is told why";
    }

    private async Task SwitchAsync(string mode, CancellationToken cancellationToken)
    {
        using var switched = await departments.PostAsJsonAsync("faults", new { department = Slug, mode }, cancellationToken);
        switched.EnsureSuccessStatusCode();
    }

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = SoftwareSigningKey.FromJwk(await File.ReadAllTextAsync(Path.Combine(world.Options.Data, "clients", Client + ".jwk"), cancellationToken)).Value;
        var assertion = Jws.Sign(key, "client-authentication+jwt", JsonSerializer.SerializeToUtf8Bytes(new
        {
            iss = Client, sub = Client, aud = world.Ports.HubAddress.AbsoluteUri, jti = Guid.NewGuid(), iat = now.ToUnixTimeSeconds(), exp = now.AddMinutes(1).ToUnixTimeSeconds(),
        }));
        using var proof = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["scope"] = "applications.pickup", ["client_id"] = Client,
            ["client_assertion_type"] = AssertionType, ["client_assertion"] = assertion,
        });
        using var granted = await hub.PostAsync("connect/token", proof, cancellationToken);
        Require(granted.IsSuccessStatusCode, "The department's client got no token.");
        var token = (await granted.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("access_token").GetString();
        hub.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private async Task<string> FetchAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var offered in (await PageAsync(cancellationToken)).GetProperty("deliveries").EnumerateArray())
                if (offered.GetProperty("id").GetString() == delivery)
                    return offered.GetProperty("envelope").GetString()!;

            // The hub is trying to post it at this very moment.
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }
    }

    private Task<JsonElement> PageAsync(CancellationToken cancellationToken) =>
        hub.GetFromJsonAsync<JsonElement>($"api/departments/{Slug}/deliveries", cancellationToken);

    private string Receipt(string envelope)
    {
        using var key = world.Pki.SigningKey("department-" + Slug, "SGD_SM3_SM2");
        return Jws.Sign(key, "cross-border-receipt+jws", JsonSerializer.SerializeToUtf8Bytes(new
        {
            delivery, department = Slug, outcome = "accepted", reference = "PICKED-UP", receivedAt = TimeProvider.System.GetUtcNow(),
            digest = Digests.Sha256(Encoding.ASCII.GetBytes(envelope)),
        }));
    }

    private async Task<string> SignAsync(string receipt, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes(receipt));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/jose");
        using var answer = await hub.PostAsync($"api/departments/{Slug}/receipts", body, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        Require(answer.IsSuccessStatusCode, $"HTTP {(int)answer.StatusCode}: {text}");
        return text;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
