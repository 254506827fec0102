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

    private static void Hold(bool valid)
    {
        if (!valid)
        {
            throw new CryptographicException("A signature of this run does not verify.");
        }
    }
}
