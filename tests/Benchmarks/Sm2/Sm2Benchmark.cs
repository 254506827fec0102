using System.Security.Cryptography;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Benchmarks.Sm2;

/// <summary>Our SM2 against BouncyCastle with everything kept, and against what .NET does with RSA and P-256, on one message of 256 bytes.</summary>
internal static class Sm2Benchmark
{
    public static Task RunAsync(CancellationToken cancellationToken)
    {
        var message = RandomNumberGenerator.GetBytes(256);
        var signing = new RateTable("sign", TimeSpan.FromMilliseconds(500), 7);
        var verifying = new RateTable("verify", TimeSpan.FromMilliseconds(500), 7);

        const string Peer = "BouncyCastle, signer kept (baseline)";
        var baseline = new ReusedSm2Signer();
        var theirs = baseline.Sign(message);
        signing.Add(Peer, () => baseline.Sign(message));
        verifying.Add(Peer, () => Hold(baseline.Verify(message, theirs)));

        signing.Add("BouncyCastle, a new signer each time", () => baseline.SignAnew(message));
        var sm2 = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
        var stranger = sm2.PublicKey.ToJwk(AlgorithmCatalogue.Sm2);
        var once = sm2.Sign(message);
        verifying.Add("Verification library, key read each time",
            () => Hold(VerificationKey.FromJwk(stranger).Value.Verify(AlgorithmCatalogue.Sm2, message, once)));

        var switchedOff = WithoutOwnArithmetic(() => VerificationKey.FromJwk(stranger).Value);
        verifying.Add("Verification library, own arithmetic off", () => Hold(switchedOff.Verify(AlgorithmCatalogue.Sm2, message, once)));
        AddMany(verifying, message);
        AddPlatform(signing, verifying, message);
        using var openssl = OpenSslSm2.IsMissing ? null : new OpenSslSm2(sm2);
        if (openssl is not null)
        {
            var byOpenSsl = openssl.Sign(message);
            signing.Add("OpenSSL's library, SM2, key kept", () => openssl.Sign(message));
            verifying.Add("OpenSSL's library, SM2, key kept", () => openssl.Verify(message, byOpenSsl));
        }

        foreach (var algorithm in new[] { AlgorithmCatalogue.Sm2, AlgorithmCatalogue.RS256, AlgorithmCatalogue.ES256 })
        {
            var key = SoftwareSigningKey.Generate(algorithm);
            var ours = key.Sign(message);
            signing.Add($"Verification library, {algorithm.Name}", () => key.Sign(message));
            verifying.Add($"Verification library, {algorithm.Name}", () => Hold(key.PublicKey.Verify(algorithm, message, ours)));
        }

        signing.Run(Peer);
        verifying.Run(Peer);
        return Task.CompletedTask;
    }

    /// <summary>More regular keys than a cache holds tables of: 400 in rotation.</summary>
    private static void AddMany(RateTable verifying, byte[] message)
    {
        var keys = Enumerable.Range(0, 400).Select(_ =>
        {
            var key = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
            return (key.PublicKey, Signature: key.Sign(message));
        }).ToArray();
        foreach (var (key, signature) in Enumerable.Repeat(keys, 40).SelectMany(all => all))
        {
            Hold(key.Verify(AlgorithmCatalogue.Sm2, message, signature));
        }

        var turn = 0;
        verifying.Add("Verification library, 400 keys in rotation", () =>
        {
            var (key, signature) = keys[turn++ % keys.Length];
            Hold(key.Verify(AlgorithmCatalogue.Sm2, message, signature));
        });
    }

    /// <summary>What .NET itself does, which on Linux is OpenSSL behind P/Invoke: the keys that SM2 must not be slower than.</summary>
    private static void AddPlatform(RateTable signing, RateTable verifying, byte[] message)
    {
        var rsa = RSA.Create(2048);
        var byRsa = rsa.SignData(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        signing.Add(".NET, RSA-2048 with SHA-256", () => rsa.SignData(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        verifying.Add(".NET, RSA-2048 with SHA-256", () => Hold(rsa.VerifyData(message, byRsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));

        var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var byP256 = p256.SignData(message, HashAlgorithmName.SHA256);
        signing.Add(".NET, P-256 with SHA-256", () => p256.SignData(message, HashAlgorithmName.SHA256));
        verifying.Add(".NET, P-256 with SHA-256", () => Hold(p256.VerifyData(message, byP256, HashAlgorithmName.SHA256)));
    }

    private static T WithoutOwnArithmetic<T>(Func<T> make)
    {
        const string Switch = "CrossBorder.Verification.Sm2.OwnArithmetic";
        AppContext.SetSwitch(Switch, false);
        try
        {
            return make();
        }
        finally
        {
            AppContext.SetSwitch(Switch, true);
        }
    }

    private static void Hold(bool valid)
    {
        if (!valid)
        {
            throw new CryptographicException("A signature of this run does not verify.");
        }
    }
}
