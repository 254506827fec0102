using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Crypto;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

/// <summary>The keys that a client registers are judged when the hub starts, not at the client's first request.</summary>
public sealed class ClientKeySetTests
{
    [Theory]
    [InlineData("RS256", true)]
    [InlineData("ES256", true)]
    [InlineData("SGD_SM3_SM2", true)]
    [InlineData("ES384", false)]
    [InlineData("EdDSA", false)]
    public void A_key_that_no_algorithm_taken_from_clients_goes_with_is_refused_with_CB1001(string name, bool taken)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        using var key = SoftwareSigningKey.Generate(algorithm);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $$"""{"keys":[{{key.PublicKey.ToJwk(algorithm)}}]}""");
            var outcome = ClientKeySet.Read("RelyingParties:0", file);
            Assert.Equal(taken, outcome.Succeeded);
            Assert.True(taken || outcome.Error.Code == "CB1001");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
