using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Adapters.Homes.IamSmart;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CrossBorder.Adapters.Tests.Homes.IamSmart;

/// <summary>Calls of iAM Smart to us, made here byte by byte.</summary>
public sealed class CallbackReaderTests : IDisposable
{
    private readonly ServiceFiles files = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly NoncesInMemory nonces = new();
    private readonly IOptions<IamSmartOptions> options;
    private readonly IamSmartSecrets secrets;
    private readonly CallbackReader reader;

    public CallbackReaderTests()
    {
        options = Options.Create(files.Options());
        secrets = new IamSmartSecrets(options);
        reader = new CallbackReader(secrets, new KeyUnwrapping(secrets, options), nonces, options, clock);
    }

    public void Dispose()
    {
        secrets.Dispose();
        files.Dispose();
    }

    [Fact]
    public async Task A_profile_is_read_under_our_names()
    {
        var read = await reader.ReadAsync(DisclosureKind.Profile, Signed(Body(Profile())));
        Assert.True(read.Succeeded, read.Succeeded ? "" : read.Error.ToString());
        Assert.Equal(("ref.0", "someone", true), (read.Value.Reference, read.Value.Subject, read.Value.Approved));
        Assert.Equal(new DisclosedPerson
        {
            FamilyName = "CHAN", GivenName = "Tai Man", HanName = "陳大文", Birthdate = "1990-01-01", Gender = "M", IdentityCard = "A123456(3)",
        }, read.Value.Person);
    }

    [Theory]
    [InlineData(-120, null)]
    [InlineData(120, null)]
    [InlineData(-121, "CB4064")]
    [InlineData(121, "CB4064")]
    public async Task The_other_clock_may_be_away_as_far_as_the_setting_says_and_no_farther(int seconds, string? code) =>
        Assert.Equal(code, CodeOf(await reader.ReadAsync(DisclosureKind.Profile, Signed(Body(Profile()), clock.GetUtcNow().AddSeconds(seconds)))));

    [Fact]
    public async Task A_nonce_holds_once()
    {
        Assert.Null(CodeOf(await reader.ReadAsync(DisclosureKind.Profile, Signed(Body(Profile()), nonce: "n-1"))));
        Assert.Equal("CB4065", CodeOf(await reader.ReadAsync(DisclosureKind.Profile, Signed(Body(Profile()), nonce: "n-1"))));
    }

    [Theory]
    [InlineData("clientID", "another")]
    [InlineData("signatureMethod", "HmacSHA1")]
    [InlineData("signature", "AAAA")]
    [InlineData("nonce", "")]
    [InlineData("nonce", "another")]
    [InlineData("timestamp", "1")]
    public async Task A_header_that_was_changed_is_refused_with_CB4063_and_uses_no_nonce_up(string header, string value)
    {
        var request = Signed(Body(Profile()));
        request.Headers[header] = value;
        Assert.Equal("CB4063", CodeOf(await reader.ReadAsync(DisclosureKind.Profile, request)));
        Assert.Empty(nonces.Used);
    }

    [Fact]
    public async Task A_header_that_stands_there_twice_counts_for_none()
    {
        var request = Signed(Body(Profile()));
        request.Headers.Append("clientID", ServiceFiles.ClientId);
        Assert.Equal("CB4063", CodeOf(await reader.ReadAsync(DisclosureKind.Profile, request)));
    }

    [Fact]
    public async Task A_body_that_was_changed_is_refused_with_CB4063()
    {
        var request = Signed(Body(Profile()));
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(Body(Profile())));
        request.ContentLength = null;
        Assert.Equal("CB4063", CodeOf(await reader.ReadAsync(DisclosureKind.Profile, request)));
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end()
    {
        var request = Signed(new string('x', Envelope.MostBytes + 1));
        Assert.Equal("CB4004", CodeOf(await reader.ReadAsync(DisclosureKind.Profile, request)));
        request = Signed(new string('x', Envelope.MostBytes + 1));
        request.ContentLength = null;
        Assert.Equal("CB4004", CodeOf(await reader.ReadAsync(DisclosureKind.Profile, request)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"code\":\"D00000\",\"code\":\"D00000\",\"content\":\"AAAA\"}")]
    [InlineData("{\"code\":\"D00000\"}")]
    public async Task What_has_not_the_agreed_shape_is_refused_with_CB4004(string body) =>
        Assert.Equal("CB4004", CodeOf(await reader.ReadAsync(DisclosureKind.Profile, Signed(body))));

    [Theory]
    [InlineData("enName", "CHAN Tai Man")]
    [InlineData("birthDate", "01-01-1990")]
    [InlineData("idNo", null)]
    [InlineData("gender", null)]
    [InlineData("businessID", null)]
    [InlineData("openID", null)]
    public async Task A_profile_that_lacks_something_is_refused_with_CB4004(string field, string? value)
    {
        var profile = Profile();
        profile[field] = value;
        Assert.Equal("CB4004", CodeOf(await reader.ReadAsync(DisclosureKind.Profile, Signed(Body(profile)))));
    }

    [Fact]
    public async Task A_code_that_is_neither_yes_nor_no_is_refused_with_CB4060() =>
        Assert.Equal("CB4060", CodeOf(await reader.ReadAsync(DisclosureKind.Profile, Signed(Body(Profile(), "D50000")))));

    [Fact]
    public async Task A_no_is_an_answer()
    {
        var read = await reader.ReadAsync(DisclosureKind.Profile, Signed(Body(Profile(), "D40000")));
        Assert.False(read.Value.Approved);
        Assert.Equal(new DisclosedPerson(), read.Value.Person);
    }

    private static string? CodeOf(Outcome<Disclosure> read) => read.Succeeded ? null : read.Error.Code;

    private static JsonObject Profile() => new()
    {
        ["businessID"] = "ref.0", ["openID"] = "someone", ["idNo"] = "A123456(3)", ["enName"] = "CHAN, Tai Man", ["chName"] = "陳大文",
        ["birthDate"] = "1990-01-01", ["gender"] = "M",
    };

    private string Body(JsonObject told, string code = "D00000")
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(files.KeyFile));
        var key = RandomNumberGenerator.GetBytes(32);
        return new JsonObject
        {
            ["code"] = code,
            ["secretKey"] = Convert.ToBase64String(rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256)),
            ["content"] = new SealedBody(lengthPrefixed: true).Seal(key, Encoding.UTF8.GetBytes(told.ToJsonString())),
        }.ToJsonString();
    }

    private HttpRequest Signed(string body, DateTimeOffset? at = null, string? nonce = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var timestamp = (at ?? clock.GetUtcNow()).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        nonce ??= Guid.NewGuid().ToString("N");
        var request = new DefaultHttpContext().Request;
        request.Headers["clientID"] = ServiceFiles.ClientId;
        request.Headers["signatureMethod"] = "HmacSHA256";
        request.Headers["timestamp"] = timestamp;
        request.Headers["nonce"] = nonce;
        request.Headers["signature"] = MessageSignature.Of(Encoding.UTF8.GetBytes(ServiceFiles.Secret), ServiceFiles.ClientId, timestamp, nonce, bytes);
        request.Body = new MemoryStream(bytes);
        request.ContentLength = bytes.Length;
        return request;
    }

    private sealed class NoncesInMemory : IUsedNonces
    {
        public HashSet<string> Used { get; } = [];

        public Task<bool> TryUseAsync(string nonce, DateTimeOffset until, CancellationToken cancellationToken) => Task.FromResult(Used.Add(nonce));
    }
}
