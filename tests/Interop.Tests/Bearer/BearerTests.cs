using System.Net;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Interop.Tests.Bearer;

/// <summary>One line makes a stock API take SM2 tokens, and nothing that it refused before.</summary>
public sealed class BearerTests : IDisposable
{
    private readonly LocalIssuer issuer = new();

    [Theory]
    [InlineData("SGD_SM3_SM2")]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task An_API_takes_a_good_token_and_refuses_what_is_wrong_with_another(string name)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var key = issuer.Publish(algorithm);
        await using var api = await StockApi.StartAsync(issuer);

        var good = LocalIssuer.Token(key);
        Assert.Equal(HttpStatusCode.OK, await api.AskAsync(good));
        Assert.Equal(HttpStatusCode.Unauthorized, await api.AskAsync(LocalIssuer.Token(key, life: TimeSpan.FromHours(-1))));
        Assert.Equal(HttpStatusCode.Unauthorized, await api.AskAsync(LocalIssuer.Token(key, audience: "another-api")));
        Assert.Equal(HttpStatusCode.Unauthorized, await api.AskAsync(LocalIssuer.Token(key, issuer: "https://other.example.test/")));
        Assert.Equal(HttpStatusCode.Unauthorized, await api.AskAsync(Tampered(good)));
        Assert.Equal(HttpStatusCode.Unauthorized, await api.AskAsync($"{good.Split('.')[0]}.{good.Split('.')[1]}."));
        using var stranger = SoftwareSigningKey.Generate(algorithm, key.KeyId);
        Assert.Equal(HttpStatusCode.Unauthorized, await api.AskAsync(LocalIssuer.Token(stranger)));
        Assert.Equal(HttpStatusCode.OK, await api.AskAsync(good));
    }

    [Theory]
    [InlineData("SGD_SM3_SM2")]
    [InlineData("RS256")]
    public async Task A_new_key_is_fetched_when_a_token_names_it(string name)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var old = issuer.Publish(algorithm);
        await using var api = await StockApi.StartAsync(issuer);
        Assert.Equal(HttpStatusCode.OK, await api.AskAsync(LocalIssuer.Token(old)));
        var fetched = issuer.Fetched;

        var fresh = issuer.Publish(algorithm);
        // The stock manager may fetch beside the request that asks for it, so that one may still be refused.
        await Waiting.UntilAsync(async () => await api.AskAsync(LocalIssuer.Token(fresh)) == HttpStatusCode.OK,
            "the new key is fetched", TestContext.Current.CancellationToken);
        Assert.True(issuer.Fetched > fetched);
        Assert.Equal(HttpStatusCode.OK, await api.AskAsync(LocalIssuer.Token(old)));
    }

    [Fact]
    public async Task Tokens_of_unknown_keys_do_not_make_an_API_fetch_again_and_again()
    {
        var key = issuer.Publish(AlgorithmCatalogue.Sm2);
        await using var api = await StockApi.StartAsync(issuer);
        Assert.Equal(HttpStatusCode.OK, await api.AskAsync(LocalIssuer.Token(key)));
        for (var count = 0; count < 20; count++)
        {
            using var stranger = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
            Assert.Equal(HttpStatusCode.Unauthorized, await api.AskAsync(LocalIssuer.Token(stranger)));
        }

        Assert.InRange(issuer.Fetched, 1, 3);
    }

    public void Dispose() => issuer.Dispose();

    private static string Tampered(string token)
    {
        var parts = token.Split('.');
        var claims = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])).Replace("\"sub\":\"s\"", "\"sub\":\"t\"", StringComparison.Ordinal);
        return $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(claims))}.{parts[2]}";
    }
}
