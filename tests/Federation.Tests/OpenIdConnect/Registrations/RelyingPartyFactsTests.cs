using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Registrations;

/// <summary>What an officer reads of a change.</summary>
public sealed class RelyingPartyFactsTests
{
    [Fact]
    public void Another_key_under_the_same_name_is_seen_as_a_change()
    {
        using var before = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "key-1");
        using var after = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "key-1");

        var (_, now, next) = Assert.Single(RelyingPartyFacts.Compare(With(before), With(after)), fact => fact.Now != fact.Next);

        Assert.Contains(before.PublicKey.Thumbprint, now, StringComparison.Ordinal);
        Assert.Contains(after.PublicKey.Thumbprint, next, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_to_encrypt_for_is_shown_too()
    {
        using var signs = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "key-1");
        using var encrypts = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "key-2");
        var recipient = encrypts.PublicKey.ToJwk().Replace("\"sig\"", "\"enc\"", StringComparison.Ordinal);
        var metadata = With(signs) with { Jwks = $$"""{"keys":[{{signs.PublicKey.ToJwk()}},{{recipient}}]}""" };

        Assert.Contains(RelyingPartyFacts.Compare(null, metadata), fact => fact.Next.Contains(encrypts.PublicKey.Thumbprint, StringComparison.Ordinal));
    }

    private static ClientMetadata With(SoftwareSigningKey key) => new()
    {
        Name = new LocalizedText("海港圖書館", "海港图书馆", "Harbour Library"), Purpose = new LocalizedText("讓您借書", "让您借书", "To lend you books"),
        Contacts = ["privacy@app.example.test"], ApplicationType = ApplicationTypes.Web, AuthenticationMethod = "private_key_jwt", IdTokenAlgorithm = "ES256",
        GrantTypes = ["authorization_code"], Scopes = ["openid"], RedirectUris = [RegistrationRunning.Callback], Jwks = $$"""{"keys":[{{key.PublicKey.ToJwk()}}]}""",
    };
}
