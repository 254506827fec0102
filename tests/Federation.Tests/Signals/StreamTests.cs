using System.Text.Json;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Federation.Tests.Sessions;
using CrossBorder.Testing;

namespace CrossBorder.Federation.Tests.Signals;

/// <summary>Plan Shared signals transmitter: streams and their negatives.</summary>
public sealed class StreamTests(SessionsDesk desk) : IClassFixture<SessionsDesk>, IAsyncLifetime
{
    private const string Push = "urn:ietf:rfc:8935";
    private const string Poll = "urn:ietf:rfc:8936";
    private const string Revoked = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";
    private string token = "";

    public async ValueTask InitializeAsync()
    {
        token = await desk.ClientTokenAsync("yueshengshi");
        foreach (var stream in (await desk.CallAsync(token, HttpMethod.Get, "signals/streams")).Json.EnumerateArray())
            await desk.CallAsync(token, HttpMethod.Delete, "signals/streams?stream_id=" + stream.GetProperty("stream_id"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    [Trait(Module.Trait, "openid-ssf-transmitter-metadata")]
    public async Task Anybody_reads_where_streams_are_managed()
    {
        var (status, metadata) = await desk.CallAsync("", HttpMethod.Get, ".well-known/ssf-configuration");
        Assert.Equal(200, status);
        Assert.Equal("1_0", metadata.GetProperty("spec_version").GetString());
        Assert.Equal(desk.Ports.HubAddress.AbsoluteUri, metadata.GetProperty("issuer").GetString());
        Assert.Equal([Push, Poll], metadata.GetProperty("delivery_methods_supported").EnumerateArray().Select(method => method.GetString()));
        foreach (var name in new[] { "configuration_endpoint", "status_endpoint", "add_subject_endpoint", "remove_subject_endpoint", "verification_endpoint", "jwks_uri" })
            Assert.StartsWith(desk.Ports.HubAddress.AbsoluteUri, metadata.GetProperty(name).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receiver_of_the_sandbox_may_have_a_stream_as_it_is_registered()
    {
        var receiver = await desk.ClientTokenAsync("signals-rp");
        var (status, stream) = await desk.CallAsync(receiver, HttpMethod.Post, "signals/streams",
            new { delivery = new { method = Push, endpoint_url = "http://localhost:9090/events" }, events_requested = new[] { Revoked } });
        Assert.Equal((201, "signals-rp"), (status, stream.GetProperty("aud").GetString()));
        Assert.Equal(204, (await desk.CallAsync(receiver, HttpMethod.Delete, "signals/streams?stream_id=" + stream.GetProperty("stream_id"))).Status);
    }

    [Fact]
    [Trait(Module.Trait, "openid-ssf-stream-control-happy-path")]
    public async Task A_stream_is_created_read_updated_replaced_and_deleted()
    {
        var created = await CreateAsync(new { delivery = new { method = Push, endpoint_url = desk.Events.Address, authorization_header = "Bearer s" }, events_requested = new[] { Revoked, "urn:unheard-of" }, description = "d" });
        Assert.Equal(201, created.Status);
        var id = created.Json.GetProperty("stream_id").GetString();
        Assert.Equal("yueshengshi", created.Json.GetProperty("aud").GetString());
        Assert.Equal([Revoked], created.Json.GetProperty("events_delivered").EnumerateArray().Select(type => type.GetString()));
        Assert.False(created.Json.GetProperty("delivery").TryGetProperty("authorization_header", out _));

        Assert.Equal(created.Json.GetRawText(), (await desk.CallAsync(token, HttpMethod.Get, "signals/streams?stream_id=" + id)).Json.GetRawText());
        Assert.Single((await desk.CallAsync(token, HttpMethod.Get, "signals/streams")).Json.EnumerateArray());

        var updated = await desk.CallAsync(token, HttpMethod.Patch, "signals/streams", new { stream_id = id, description = "other" });
        Assert.Equal(("other", Push), (updated.Json.GetProperty("description").GetString(), updated.Json.GetProperty("delivery").GetProperty("method").GetString()));
        var replaced = await desk.CallAsync(token, HttpMethod.Put, "signals/streams", new { stream_id = id, delivery = new { method = Poll } });
        Assert.False(replaced.Json.TryGetProperty("description", out _));
        Assert.Equal(Poll, replaced.Json.GetProperty("delivery").GetProperty("method").GetString());
        Assert.Equal(3, replaced.Json.GetProperty("events_delivered").GetArrayLength());

        Assert.Equal("enabled", (await desk.CallAsync(token, HttpMethod.Get, "signals/status?stream_id=" + id)).Json.GetProperty("status").GetString());
        var paused = await desk.CallAsync(token, HttpMethod.Post, "signals/status", new { stream_id = id, status = "paused", reason = "moving" });
        Assert.Equal(("paused", "moving"), (paused.Json.GetProperty("status").GetString(), paused.Json.GetProperty("reason").GetString()));

        Assert.Equal(204, (await desk.CallAsync(token, HttpMethod.Delete, "signals/streams?stream_id=" + id)).Status);
        Assert.Equal((404, "CB2075"), await FaultAsync(HttpMethod.Get, "signals/streams?stream_id=" + id));
    }

    [Fact]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-create-stream-with-broken-input")]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-create-stream-with-duplicate-config")]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-read-unknown-stream")]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-update-stream-with-invalid-body")]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-update-unknown-stream")]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-replace-stream-with-invalid-body")]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-replace-unknown-stream")]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-delete-unknown-stream")]
    public async Task What_cannot_be_is_refused_with_its_code()
    {
        Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Post, "signals/streams", "{"));
        Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Post, "signals/streams", "[]"));
        Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Post, "signals/streams", """{"description":"a","description":"b"}"""));
        Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Post, "signals/streams", new { description = new string('x', 70_000) }));
        Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Post, "signals/streams", new { delivery = new { method = "urn:other" } }));
        Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Post, "signals/streams", new { events_requested = "all" }));
        // No address but those that the client registered: not one that it made up, and not one inside.
        foreach (var address in new[] { "https://evil.example/", "http://169.254.169.254/latest", desk.Events.Address + "/", "https://localhost:5443/" })
            Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Post, "signals/streams", new { delivery = new { method = Push, endpoint_url = address } }));

        var id = (await CreateAsync(new { })).Json.GetProperty("stream_id").GetString();
        Assert.Equal((409, "CB2077"), await FaultAsync(HttpMethod.Post, "signals/streams", new { }));
        Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Patch, "signals/streams", new { description = "no id" }));
        Assert.Equal((404, "CB2075"), await FaultAsync(HttpMethod.Patch, "signals/streams", new { stream_id = "none" }));
        foreach (var method in new[] { HttpMethod.Patch, HttpMethod.Put })
            Assert.Equal((400, "CB2076"), await FaultAsync(method, "signals/streams", "{ broken"));
        Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Patch, "signals/streams", new { stream_id = id, aud = "another" }));
        Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Put, "signals/streams", new { stream_id = id, iss = "https://other.example/" }));
        Assert.Equal((404, "CB2075"), await FaultAsync(HttpMethod.Put, "signals/streams", new { stream_id = "none" }));
        Assert.Equal((404, "CB2075"), await FaultAsync(HttpMethod.Delete, "signals/streams?stream_id=none"));
        Assert.Equal((404, "CB2075"), await FaultAsync(HttpMethod.Delete, "signals/streams"));
        Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Post, "signals/status", new { stream_id = id, status = "gone" }));
        Assert.Equal((404, "CB2075"), await FaultAsync(HttpMethod.Get, "signals/status?stream_id=none"));
        Assert.Equal((404, "CB2075"), await FaultAsync(HttpMethod.Post, "signals/verification", new { stream_id = "none" }));
        Assert.Equal((400, "CB2076"), await FaultAsync(HttpMethod.Post, "signals/verification", new { stream_id = id, state = 5 }));
    }

    [Fact]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-create-stream-with-invalid-token")]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-read-stream-with-invalid-token")]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-update-stream-with-invalid-token")]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-replace-stream-with-invalid-token")]
    [Trait(Module.Trait, "openid-ssf-stream-control-error-delete-stream-with-invalid-token")]
    public async Task Only_a_client_with_the_scope_comes_in_and_it_sees_no_stream_and_no_subject_of_another()
    {
        var id = (await CreateAsync(new { })).Json.GetProperty("stream_id").GetString();
        Assert.Equal(401, (await desk.CallAsync("", HttpMethod.Get, "signals/streams")).Status);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Patch, HttpMethod.Put, HttpMethod.Delete })
            Assert.Equal(401, (await desk.CallAsync("made-up", method, "signals/streams?stream_id=" + id)).Status);
        var reading = await desk.ClientTokenAsync("yueshengshi", "ssf.read");
        Assert.Equal(200, (await desk.CallAsync(reading, HttpMethod.Get, "signals/streams?stream_id=" + id)).Status);
        Assert.Equal(403, (await desk.CallAsync(reading, HttpMethod.Delete, "signals/streams?stream_id=" + id)).Status);

        using var browser = SandboxFixture.NewBrowser();
        var (resident, party) = await desk.SignInAsync(browser);
        using (party)
            Assert.Equal(403, (await desk.CallAsync(resident.AccessToken, HttpMethod.Get, "signals/streams")).Status);

        var other = await desk.ClientTokenAsync("yueshangtong");
        Assert.Empty((await desk.CallAsync(other, HttpMethod.Get, "signals/streams")).Json.EnumerateArray());
        Assert.Equal(404, (await desk.CallAsync(other, HttpMethod.Get, "signals/streams?stream_id=" + id)).Status);
        Assert.Equal(404, (await desk.CallAsync(other, HttpMethod.Delete, "signals/streams?stream_id=" + id)).Status);
        Assert.Equal(404, (await desk.CallAsync(other, HttpMethod.Post, "signals/poll/" + id, new { })).Status);
        Assert.Equal(404, (await desk.CallAsync(other, HttpMethod.Post, "signals/verification", new { stream_id = id })).Status);
        // An address of one client is none of the other's.
        var wanted = new { delivery = new { method = Push, endpoint_url = desk.Events.Address } };
        Assert.Equal(400, (await desk.CallAsync(other, HttpMethod.Post, "signals/streams", wanted)).Status);
    }

    private Task<(int Status, JsonElement Json)> CreateAsync(object body) => desk.CallAsync(token, HttpMethod.Post, "signals/streams", body);

    private async Task<(int Status, string? Code)> FaultAsync(HttpMethod method, string path, object? body = null)
    {
        var (status, json) = await desk.CallAsync(token, method, path, body);
        return (status, json.GetProperty("code").GetString());
    }
}
