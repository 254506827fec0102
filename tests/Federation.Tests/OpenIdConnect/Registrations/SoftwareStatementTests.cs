using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Registrations;

/// <summary>Software statements: whose values count, and the attacks on them.</summary>
public sealed class SoftwareStatementTests(RegistrationRunning hub) : IClassFixture<RegistrationRunning>
{
    [Fact]
    public async Task What_the_publisher_says_takes_the_place_of_what_the_developer_says()
    {
        var answer = await RegisterAsync(hub.Statement());

        Assert.True(answer.Status == 201, answer.Json.ToString());
        Assert.Equal("The Publisher's Library", answer["client_name"]);
        Assert.Equal("發行者圖書館", answer["client_name#zh-Hant"]);
        Assert.Equal("library-app", answer["software_id"]);
        Assert.Equal("To lend you books", answer["purpose"]);
    }

    [Fact]
    public async Task A_translation_that_the_publisher_did_not_give_does_not_stand_beside_its_name()
    {
        var answer = await RegisterAsync(hub.Statement(claims => claims.Remove("client_name#zh-Hant")));

        Assert.Equal((400, "invalid_client_metadata"), (answer.Status, answer["error"]));
    }

    [Fact]
    public async Task A_statement_signed_by_another_key_is_of_no_publisher()
    {
        using var other = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "somebody");
        using var sameName = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "publisher-1");

        Assert.Contains("CB2114", (await RefusedAsync(hub.Statement(key: other), "unapproved_software_statement"))["error_description"], StringComparison.Ordinal);
        await RefusedAsync(hub.Statement(key: sameName), "invalid_software_statement");
    }

    [Fact]
    public async Task A_statement_without_signature_or_with_a_changed_one_is_refused()
    {
        var parts = hub.Statement().Split('.');
        var none = Base64Url.EncodeToString(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"JWT"}""")) + "." + parts[1] + ".";
        var changed = $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"iss":"{{RegistrationRunning.Publisher}}","software_id":"x","exp":4102444800}"""))}.{parts[2]}";

        foreach (var forged in new[] { none, changed, "nonsense", "" })
            Assert.Contains("CB2113", (await RefusedAsync(forged, "invalid_software_statement"))["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_is_over_of_another_publisher_or_of_nothing_is_refused()
    {
        await RefusedAsync(hub.Statement(claims => claims["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds()), "invalid_software_statement");
        await RefusedAsync(hub.Statement(claims => claims.Remove("exp")), "invalid_software_statement");
        await RefusedAsync(hub.Statement(claims => claims["iat"] = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds()), "invalid_software_statement");
        await RefusedAsync(hub.Statement(claims => claims["iss"] = "https://other.example.test"), "invalid_software_statement");
        await RefusedAsync(hub.Statement(claims => claims.Remove("software_id")), "invalid_software_statement");
    }

    [Fact]
    public async Task A_statement_for_another_hub_is_refused()
    {
        await RefusedAsync(hub.Statement(claims => claims["aud"] = "https://other.example.test/"), "invalid_software_statement");
        await RefusedAsync(hub.Statement(claims => claims["aud"] = new JsonArray("https://other.example.test/")), "invalid_software_statement");
        await RefusedAsync(hub.Statement(claims => claims["aud"] = 5), "invalid_software_statement");

        var answer = await RegisterAsync(hub.Statement(claims => claims["aud"] = new JsonArray("https://other.example.test/", hub.Ports.HubAddress.AbsoluteUri)));
        Assert.True(answer.Status == 201, answer.Json.ToString());
    }

    private async Task<TokenAnswer> RefusedAsync(string statement, string error)
    {
        var answer = await RegisterAsync(statement);
        Assert.Equal((400, error), (answer.Status, answer["error"]));
        return answer;
    }

    private Task<TokenAnswer> RegisterAsync(string statement)
    {
        var metadata = RegistrationRunning.Metadata();
        metadata["software_statement"] = statement;
        return hub.RegisterAsync(metadata, token: null);
    }
}
