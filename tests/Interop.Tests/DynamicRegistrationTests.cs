using System.Text.Json;
using CrossBorder.Federation.OpenIdConnect.Conformance;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Interop.Tests;

/// <summary>A certified library registers a relying party by itself and, once two officers approved it, signs a resident in; its traffic is its report.</summary>
public sealed class DynamicRegistrationTests(OpenIdClientPeers peers) : IClassFixture<OpenIdClientPeers>
{
    private const string Callback = "http://127.0.0.1:9090/callback";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Openid_client_registers_is_approved_and_signs_a_resident_in()
    {
        await NodePeers.RequireAsync();
        var registered = await NodePeers.RunAsync("registration.mjs", new { issuer = peers.Ports.HubAddress.AbsoluteUri, token = await TicketAsync(), metadata = Metadata() });
        var id = registered.GetProperty("client_id").GetString()!;
        Assert.Equal("waiting", registered.GetProperty("registration_status").GetProperty("state").GetString());

        await ApproveAsync(id);
        var answer = await NodePeers.RunAsync("relying-party.mjs", new
        {
            issuer = peers.Ports.HubAddress.AbsoluteUri, clientId = id, secret = registered.GetProperty("client_secret").GetString(), algorithm = "ES256",
            scope = "openid profile offline_access", redirectUri = Callback, loginHint = "r1", introspects = true, checkSignature = true,
        });

        Assert.Equal("CHAN Tai Man", answer.GetProperty("userinfo").GetProperty("name").GetString());
        Assert.True(answer.GetProperty("refreshed").GetProperty("rotated").GetBoolean());
        await using var scope = peers.HubServices.CreateAsyncScope();
        var report = (await scope.ServiceProvider.GetRequiredService<ReadConformance>().OfAsync(id, Stop)).Value;
        foreach (var check in new[] { "pkce", "nonce", "state", "code", "code-once", "proof" })
            Assert.True(report.Items.Single(item => item.Rule.Id == check).Verdict == ConformanceVerdict.Done, check);
        // The script uses a refresh token twice on purpose.
        Assert.Equal(ConformanceVerdict.ToDo, report.Items.Single(item => item.Rule.Id == "refresh-once").Verdict);
    }

    private static JsonElement Metadata() => JsonSerializer.Deserialize<JsonElement>($$"""
        {
          "client_name": "Harbour Library", "client_name#zh-Hant": "海港圖書館", "client_name#zh-Hans": "海港图书馆",
          "purpose": "To lend you books", "purpose#zh-Hant": "讓您借書", "purpose#zh-Hans": "让您借书", "contacts": ["privacy@app.example.test"],
          "application_type": "native", "redirect_uris": ["{{Callback}}"], "scope": "openid profile offline_access",
          "grant_types": ["authorization_code", "refresh_token"], "id_token_signed_response_alg": "ES256"
        }
        """);

    private async Task<string> TicketAsync()
    {
        await using var scope = peers.HubServices.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<OfficerRegistrations>().IssueTicketAsync("Harbour Library", 1, 7, "officer-a", Stop)).Value;
    }

    private async Task ApproveAsync(string id)
    {
        foreach (var officer in new[] { "officer-a", "officer-b" })
        {
            await using var scope = peers.HubServices.CreateAsyncScope();
            var version = (await scope.ServiceProvider.GetRequiredService<IRegistrations>().VersionsAsync(id, Stop))[0].Id;
            Assert.True((await scope.ServiceProvider.GetRequiredService<OfficerRegistrations>().ApproveAsync(id, version, officer, Stop)).Succeeded);
        }

        await Waiting.UntilAsync(async () =>
        {
            await using var scope = peers.HubServices.CreateAsyncScope();
            return peers.HubServices.GetRequiredService<RegistrationWatch>().IsAt(await scope.ServiceProvider.GetRequiredService<IRegistrations>().InForceMarksAsync(Stop));
        }, "the hub has taken the registration over", Stop);
    }
}
