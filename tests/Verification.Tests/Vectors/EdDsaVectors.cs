using System.Text;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Tests.Vectors;

/// <summary>RFC 8037 appendix A, RFC 8032 section 7.1 and RFC 8410 section 10. Ed25519 draws nothing, so signatures come out to the letter.</summary>
public sealed class EdDsaVectors
{
    private const string Public = """{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";
    private const string Private = """{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";
    private const string SigningInput = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    private const string Signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    [Fact]
    public void The_thumbprint_is_that_of_RFC_8037_A_3() =>
        Assert.Equal("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", VerificationKey.FromJwk(Public).Value.Thumbprint);

    [Fact]
    public void The_message_is_signed_as_in_RFC_8037_A_4_and_verifies_as_in_A_5()
    {
        var key = SoftwareSigningKey.FromJwk(Private).Value;
        Assert.Equal(AlgorithmCatalogue.EdDSA, key.Algorithm);
        Assert.Equal(Signature, System.Buffers.Text.Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(SigningInput))));

        var (read, signature) = (VerificationKey.FromJwk(Public).Value, System.Buffers.Text.Base64Url.DecodeFromChars(Signature));
        Assert.Equal([AlgorithmCatalogue.EdDSA], AlgorithmCatalogue.All.Where(algorithm => read.Verify(algorithm, Encoding.ASCII.GetBytes(SigningInput), signature)));
        Assert.False(read.Verify(AlgorithmCatalogue.EdDSA, Encoding.ASCII.GetBytes(SigningInput + "A"), signature));
    }

    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void The_signatures_of_RFC_8032_come_out_to_the_letter(string seed, string message, string signature)
    {
        byte[] der = [0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20, .. Convert.FromHexString(seed)];
        var key = SoftwareSigningKey.FromPkcs8Pem(Pem(der), AlgorithmCatalogue.EdDSA).Value;
        Assert.Equal(signature, Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))));
        Assert.Equal(Pem(der) + "\n", key.ToPkcs8Pem());
    }

    [Theory]
    [InlineData("MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC")]
    [InlineData("MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhCoB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=")]
    public void Both_private_keys_of_RFC_8410_are_of_the_public_one(string base64)
    {
        var key = SoftwareSigningKey.FromPkcs8Pem(Pem(Convert.FromBase64String(base64)), AlgorithmCatalogue.EdDSA).Value;
        var stated = Convert.FromBase64String("MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=")[^32..];
        Assert.Contains(System.Buffers.Text.Base64Url.EncodeToString(stated), key.PublicKey.ToJwk(), StringComparison.Ordinal);
    }

    private static string Pem(byte[] der) => System.Security.Cryptography.PemEncoding.WriteString("PRIVATE KEY", der);
}
