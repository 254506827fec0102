using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrossBorder.Adapters.Hsm;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Tests.Hsm;

/// <summary>Keys over PKCS#11, with SoftHSM as the module.</summary>
public sealed class HardwareKeyTests(SoftHsm module) : IClassFixture<SoftHsm>
{
    private readonly Pkcs11Keys keys = new();

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    public void A_key_in_the_module_signs_what_everybody_verifies(string name)
    {
        var key = Open(module.Options, name);
        var message = Jws.Sign(key, "test+jws", "{}"u8);
        var policy = new SignedContentPolicy { Type = "test+jws", Algorithms = [name], RegisteredKeys = [PublicKeyOf(module.Rsa)] };

        Assert.Equal("hub-1", SignedContent.Verify(message, policy).Value.KeyId);
        ((IDisposable)key).Dispose();
    }

    [Fact]
    public void Many_threads_sign_at_once_with_sessions_that_are_used_again()
    {
        var key = Open(module.Options, "RS256");
        var good = new ConcurrentBag<bool>();
        Parallel.For(0, 128, new ParallelOptions { MaxDegreeOfParallelism = 32 }, index =>
        {
            var data = BitConverter.GetBytes(index);
            good.Add(key.PublicKey.Verify(key.Algorithm, data, key.Sign(data)));
        });
        Assert.Equal(128, good.Count(holds => holds));
        ((IDisposable)key).Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign("data"u8));
    }

    [Fact]
    public void One_that_is_disposed_does_not_log_another_out()
    {
        var first = Open(module.Options, "RS256");
        var second = Open(module.Options, "PS256");
        _ = first.Sign("data"u8);
        ((IDisposable)first).Dispose();
        Assert.True(second.PublicKey.Verify(second.Algorithm, "data"u8, second.Sign("data"u8)));
        ((IDisposable)second).Dispose();
    }

    [Fact]
    public void A_key_on_the_curve_of_SM2_is_refused_with_CB4021_because_it_would_sign_ECDSA()
    {
        foreach (var algorithm in AlgorithmCatalogue.All)
        {
            var error = Refusal(With(options => options.KeyLabel = "sm2"), algorithm.Name);
            Assert.Equal("CB4021", error.Code);
            Assert.Contains("curve of SM2", error.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("signing", "ES256")]
    [InlineData("signing", "SGD_SM3_SM2")]
    [InlineData("p256", "ES256")]
    public void A_key_or_an_algorithm_that_is_not_RSA_is_refused_with_CB4021(string label, string algorithm) =>
        Assert.Equal("CB4021", Refusal(With(options => options.KeyLabel = label), algorithm).Code);

    [Fact]
    public void A_certificate_of_another_key_is_refused_with_CB4021()
    {
        SkipWithoutModule();
        using var other = RSA.Create(2048);
        Assert.Equal("CB4021", keys.Open(module.Options, AlgorithmCatalogue.RS256, "hub-1", [CertificateOf(other)]).Error.Code);
        Assert.True(keys.Open(module.Options, AlgorithmCatalogue.RS256, "hub-1", [CertificateOf(module.Rsa)]).Succeeded);
    }

    [Fact]
    public void What_is_not_there_is_refused_with_CB4020()
    {
        Assert.Equal("CB4020", Refusal(With(options => options.TokenLabel = "none")).Code);
        Assert.Equal("CB4020", Refusal(With(options => options.KeyLabel = "none")).Code);
        Assert.Equal("CB4020", Refusal(With(options => options.KeyLabel = "double")).Code);
        Assert.Equal("CB4020", Refusal(With(options => options.PinFile = "/nowhere")).Code);
        Assert.Equal("CB4020", Refusal(With(options => options.Module = "/nowhere")).Code);
    }

    [Fact]
    public void A_file_that_is_no_module_is_refused_with_CB4020() =>
        Assert.Equal("CB4020", Refusal(With(options => options.Module = module.Write("not-a-module.so", "text"))).Code);

    [Fact]
    public void A_wrong_PIN_is_refused_with_CB4020_and_told_to_nobody()
    {
        const string Wrong = "99999999";
        var error = Refusal(With(options =>
        {
            options.TokenLabel = "other";
            options.PinFile = module.Write("wrong-pin", Wrong);
        }));
        Assert.Equal("CB4020", error.Code);
        Assert.Contains("CKR_PIN_INCORRECT", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_missing_is_told_at_once_with_CB4020() =>
        Assert.Equal(["CB4020", "CB4020", "CB4020", "CB4020"],
            keys.Open(new HsmOptions(), AlgorithmCatalogue.RS256, "hub-1", []).Errors.Select(error => error.Code));

    private static void SkipWithoutModule() =>
        Assert.SkipWhen(SoftHsm.IsMissing, "SoftHSM (package softhsm2) is not installed: keys over PKCS#11 were not tested.");

    private HsmOptions With(Action<HsmOptions> change)
    {
        var options = module.Options;
        change(options);
        return options;
    }

    private ISigningKey Open(HsmOptions options, string algorithm)
    {
        SkipWithoutModule();
        return keys.Open(options, Named(algorithm), "hub-1", []).Value;
    }

    private Error Refusal(HsmOptions options, string algorithm = "RS256")
    {
        SkipWithoutModule();
        return keys.Open(options, Named(algorithm), "hub-1", []).Error;
    }

    private static SignatureAlgorithm Named(string name) =>
        AlgorithmCatalogue.TryGet(name, out var algorithm) ? algorithm : throw new ArgumentOutOfRangeException(nameof(name));

    private static VerificationKey PublicKeyOf(RSA rsa) => CertificateOf(rsa).PublicKey.WithKeyId("hub-1");

    private static Certificate CertificateOf(RSA rsa)
    {
        var now = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=Signer", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now, now.AddDays(1));
        return Certificate.Parse(certificate.RawData).Value;
    }
}
