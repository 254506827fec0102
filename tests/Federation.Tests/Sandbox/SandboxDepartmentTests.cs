using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using Xunit;

namespace CrossBorder.Federation.Tests.Sandbox;

/// <summary>The counterparty itself: what the delivery tests rely on.</summary>
public sealed class SandboxDepartmentTests(SandboxDepartmentTests.Started sandbox) : IClassFixture<SandboxDepartmentTests.Started>, IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = sandbox.Ports.DepartmentsAddress };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_delivery_again_gets_a_receipt_under_the_same_reference()
    {
        var first = await PayloadAsync(await SendAsync("gd-hrss", "d-1"));
        var second = await PayloadAsync(await SendAsync("gd-hrss", "d-1"));

        Assert.Equal("accepted", first.GetProperty("outcome").GetString());
        Assert.Equal(first.GetProperty("reference").GetString(), second.GetProperty("reference").GetString());
        var log = await http.GetFromJsonAsync<JsonElement>("departments/gd-hrss/log", Stop);
        Assert.Equal(2, log.EnumerateArray().Single(line => line.GetProperty("delivery").GetString() == "d-1").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_department_that_forgets_to_answer_has_stored_the_delivery()
    {
        await SwitchAsync("gd-psd", "forget-ack");

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => SendAsync("gd-psd", "d-2"));

        var log = await http.GetFromJsonAsync<JsonElement>("departments/gd-psd/log", Stop);
        Assert.Equal("d-2", Assert.Single(log.EnumerateArray()).GetProperty("delivery").GetString());
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("gd-psd", "d-2")).StatusCode);
    }

    [Fact]
    public async Task A_department_that_is_down_answers_503_as_often_as_asked()
    {
        await SwitchAsync("gd-amr", "down");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SendAsync("gd-amr", "d-3")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("gd-amr", "d-3")).StatusCode);
    }

    [Fact]
    public async Task An_envelope_that_another_signed_is_refused()
    {
        using var stranger = sandbox.Pki.SigningKey("registry-sm2", "SGD_SM3_SM2");

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("gd-hrss", "d-4", stranger)).StatusCode);
    }

    public void Dispose() => http.Dispose();

    private async Task SwitchAsync(string department, string mode) =>
        (await http.PostAsJsonAsync("faults", new { department, mode, count = 1 }, Stop)).EnsureSuccessStatusCode();

    private async Task<HttpResponseMessage> SendAsync(string slug, string delivery, ISigningKey? signer = null)
    {
        using var hub = sandbox.Pki.SigningKey("hub-sm2", "SGD_SM3_SM2");
        var envelope = Jws.Sign(signer ?? hub, "cross-border-application+jws", JsonSerializer.SerializeToUtf8Bytes(new { id = delivery, aud = slug }));
        return await http.PostAsync("departments/" + slug, new StringContent(envelope, Encoding.ASCII, "application/jose"), Stop);
    }

    private static async Task<JsonElement> PayloadAsync(HttpResponseMessage response)
    {
        var receipt = await response.Content.ReadAsStringAsync(Stop);
        var content = SignedContent.Verify(receipt, new SignedContentPolicy { Type = "cross-border-receipt+jws", Algorithms = ["SGD_SM3_SM2"] });
        Assert.True(content.Succeeded, string.Join("; ", content.Errors));
        return JsonSerializer.Deserialize<JsonElement>(content.Value.Payload.Span);
    }

    public sealed class Started : SandboxFixture, IAsyncLifetime
    {
        public async ValueTask InitializeAsync() => await StartAsync();
    }
}
