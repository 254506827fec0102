using System.Text;
using System.Text.Json;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;

namespace CrossBorder.Federation.Tests.Verifications;

/// <summary>Who may not ask, and which questions are none.</summary>
public sealed class VerificationRefusalTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>, IDisposable
{
    private readonly DepartmentDesk desk = new(sandbox);

    private static string Question => JsonSerializer.Serialize(DepartmentDesk.Question());

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("made-up")]
    public async Task Without_a_token_that_holds_it_is_refused_with_CB2002(string token)
    {
        var answer = await desk.PostAsync(Question, token);
        Assert.Equal((401, "CB2002"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_department_without_the_scope_is_refused_with_CB2003()
    {
        var answer = await desk.PostAsync(Question, (await desk.TokenAsync("applications.pickup")).AccessToken);
        Assert.Equal((403, "CB2003"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_resident_is_refused_with_CB2003()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);

        var answer = await desk.PostAsync(Question, tokens.AccessToken);

        Assert.Equal((403, "CB2003"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_resident_is_refused_with_CB2003_at_a_client_that_has_the_scope_too()
    {
        await using var careless = new SandboxFixture();
        // The sixth scope of yueshengshi, which a careless operator wrote there.
        await careless.StartAsync(hubSettings: new Dictionary<string, string> { ["RelyingParties:0:Scopes:5"] = "identity.verify" });
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(careless.Ports, "yueshengshi") { Scope = "openid identity.verify" };
        using var there = new DepartmentDesk(careless);
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
        Assert.Equal("openid identity.verify", TokenAnswer.Payload(tokens.AccessToken).GetProperty("scope").GetString());

        var answer = await there.PostAsync(Question, tokens.AccessToken);

        Assert.Equal((403, "CB2003"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task An_assertion_that_was_caught_on_its_way_gets_no_second_token()
    {
        var assertion = desk.Assertion();
        Assert.Equal(200, (await desk.TokenAsync(assertion: assertion)).Status);

        var replayed = await desk.TokenAsync(assertion: assertion);

        Assert.Equal((401, "invalid_client"), (replayed.Status, replayed["error"]));
    }

    [Theory]
    [InlineData("documentType", "passport", "/documentType", "CB3038")]
    [InlineData("documentType", null, "/documentType", "CB3038")]
    [InlineData("documentType", 1, "/documentType", "CB3038")]
    [InlineData("documentNumber", "H1234567", "/documentNumber", "CB3031")]
    [InlineData("documentNumber", null, "/documentNumber", "CB3031")]
    [InlineData("documentNumber", "H12345678\0", "/documentNumber", "CB3031")]
    [InlineData("name", "", "/name", "CB3034")]
    [InlineData("name", "   ", "/name", "CB3034")]
    [InlineData("name", "12345", "/name", "CB3034")]
    [InlineData("name", "CHAN\0 Tai Man", "/name", "CB3034")]
    [InlineData("name", "CHAN\u200D Tai Man", "/name", "CB3034")]
    [InlineData("name", "\u202ECHAN Tai Man", "/name", "CB3034")]
    [InlineData("name", "\u0301\u0301\u0301", "/name", "CB3034")]
    [InlineData("name", true, "/name", "CB3034")]
    [InlineData("birthdate", "1990-1-1", "/birthdate", "CB3035")]
    [InlineData("birthdate", "1990-02-30", "/birthdate", "CB3035")]
    [InlineData("birthdate", "1899-12-31", "/birthdate", "CB3035")]
    [InlineData("birthdate", "2999-01-01", "/birthdate", "CB3035")]
    [InlineData("birthdate", null, "/birthdate", "CB3035")]
    [InlineData("gender", "F", "/gender", "CB5080")]
    [InlineData("a/b~c", "x", "/a~1b~0c", "CB5080")]
    public async Task A_faulty_member_is_named_with_its_code(string member, object? value, string pointer, string code)
    {
        var answer = await desk.VerifyAsync((member, value));

        Assert.Equal((422, "application/problem+json", code), (answer.Status, answer.MediaType, answer.Code));
        Assert.Equal([(pointer, code)], answer.Faults);
    }

    [Theory]
    [InlineData("hkid", "A123456(4)", "CB3030")]
    [InlineData("residence_permit", "810000199001010018", "CB3032")]
    public async Task A_check_character_that_does_not_follow_is_told_by_its_code(string type, string number, string code) =>
        Assert.Equal([("/documentNumber", code)], (await desk.VerifyAsync(("documentType", type), ("documentNumber", number))).Faults);

    [Fact]
    public async Task All_faulty_members_are_named_at_once()
    {
        var answer = await desk.PostAsync("{}");
        Assert.Equal([("/documentType", "CB3038"), ("/documentNumber", "CB3038"), ("/name", "CB3034"), ("/birthdate", "CB3035")], answer.Faults);
    }

    [Fact]
    public async Task A_name_of_accents_without_end_is_refused_with_CB3034() =>
        Assert.Equal([("/name", "CB3034")], (await desk.VerifyAsync(("name", "CHAN Tai Man" + new string('\u0301', 500)))).Faults);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"H12345678\"")]
    [InlineData("""{"documentType":"hkid","documentType":"home_return_permit"}""")]
    [InlineData("""{"name":[[[[[[]]]]]]}""")]
    [InlineData("""{"documentType":"hkid","documentNumber":"A1234563","name":"\ud800","birthdate":"1990-01-01"}""")]
    public async Task A_body_that_cannot_be_read_is_refused_with_CB8003(string body)
    {
        var answer = await desk.PostAsync(body);
        Assert.Equal((400, "CB8003"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_refused_with_CB8003()
    {
        var bytes = Encoding.Latin1.GetBytes("""{"documentType":"hkid","documentNumber":"A1234563","name":"Chán","birthdate":"1990-01-01"}""");
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } };
        var answer = await desk.SendAsync(content);
        Assert.Equal((400, "CB8003"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task A_body_of_another_type_is_refused_with_CB8003(string mediaType)
    {
        var answer = await desk.PostAsync(Question, mediaType: mediaType);
        Assert.Equal((415, "CB8003"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_refused_with_CB8003_whether_it_says_so_or_not(bool chunked)
    {
        var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(DepartmentDesk.Question(("name", new string('A', 100_000)))));
        using HttpContent content = chunked ? new StreamContent(new ChunkedStream(bytes)) : new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/json");

        var answer = await desk.SendAsync(content);

        Assert.Equal((413, "CB8003"), (answer.Status, answer.Code));
    }

    /// <summary>A stream of which nobody knows the length before.</summary>
    private sealed class ChunkedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
