using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Encryption;
using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Encryption;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Messages;

/// <summary>What a client registers about its messages is judged when the hub starts, with CB1001.</summary>
public sealed class MessageSettingsTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("good", null)]
    [InlineData("no request algorithm", "RequestObjects:Algorithms is empty")]
    [InlineData("HS256", "'HS256', which is not taken")]
    [InlineData("none", "'none', which is not taken")]
    [InlineData("PS256", "no key of the client's set is for it")]
    [InlineData("RS256", "names RS256, which is not for a client that must sign")]
    [InlineData("response", "AuthorizationResponseAlgorithm is 'RS256'")]
    [InlineData("encryption without key", "no key of the client's set with use 'enc'")]
    [InlineData("RSA1_5", "IdTokenEncryption:Alg is 'RSA1_5'")]
    [InlineData("A128CBC", "IdTokenEncryption:Enc is 'A128CBC'")]
    [InlineData("userinfo", "goes with UserInfoAlgorithm")]
    public void A_registration_that_cannot_be_kept_is_told(string fault, string? told)
    {
        using var signing = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256);
        using var encryption = SoftwareDecryptionKey.Generate(EncryptionCatalogue.EcdhEs);
        File.WriteAllText(file, $$"""{"keys":[{{signing.PublicKey.ToJwk(signing.Algorithm)}},{{encryption.PublicKey.ToJwk()}}]}""");
        var client = new RelyingPartyOptions
        {
            ClientId = "rp", IdTokenAlgorithm = "ES256", JwksFile = file, AuthorizationResponseAlgorithm = "ES256",
            RequestObjects = new RequestObjectOptions { Required = true, Algorithms = ["ES256"] },
            IdTokenEncryption = new EncryptionOptions { Alg = "ECDH-ES", Enc = "A256GCM" },
        };
        switch (fault)
        {
            case "no request algorithm": client.RequestObjects.Algorithms.Clear(); break;
            case "HS256" or "none" or "PS256" or "RS256": client.RequestObjects.Algorithms.Add(fault); break;
            case "response": client.AuthorizationResponseAlgorithm = "RS256"; break;
            case "encryption without key": client.IdTokenEncryption.Alg = "RSA-OAEP-256"; break;
            case "RSA1_5": client.IdTokenEncryption.Alg = fault; break;
            case "A128CBC": client.IdTokenEncryption.Enc = fault; break;
            case "userinfo": client.UserInfoEncryption = client.IdTokenEncryption; break;
        }

        var faults = new SettingFaults();
        MessageSettings.Check("RelyingParties:rp", client, new HashSet<string> { "ES256" }, new SettingsPaths(Path.GetDirectoryName(file)!), faults);

        if (told is null)
            Assert.Empty(faults.Errors);
        else
            Assert.Contains(faults.Errors, error => error.Code == "CB1001" && error.Detail!.Contains(told, StringComparison.Ordinal));
        Assert.Single(ClientKeySet.Read("RelyingParties:rp", file).Value.Keys);
    }
}
