using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.IdentityModel;
using CrossBorder.Verification.Tests.Pki;
using CsCheck;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>Whatever a key file holds, it is a key or a refusal.</summary>
public sealed class KeyDamageTests
{
    private static readonly SoftwareSigningKey[] Good = [.. AlgorithmCatalogue.All.Select(Keys.Of)];

    [Fact]
    public void A_damaged_public_key_is_refused_or_another_key()
    {
        foreach (var key in Good)
            DamagedJson.Of(key.PublicKey.ToJwk(key.Algorithm)).Sample(Read, iter: Rounds.Some);
        foreach (var key in Good)
            DamagedBytes.Of(key.PublicKey.ToJwk(key.Algorithm)).Sample(Read, iter: Rounds.Some);

        static void Read(string damaged)
        {
            if (VerificationKey.FromJwk(damaged).TryGetValue(out var key))
                _ = key.Verify(AlgorithmCatalogue.All.First(algorithm => algorithm.Kind == key.Kind), "data"u8, new byte[64]);
        }
    }

    [Fact]
    public void A_damaged_private_key_is_refused_or_signs()
    {
        foreach (var key in Good)
        {
            DamagedJson.Of(key.ToPrivateJwk()).Sample(damaged => Use(SoftwareSigningKey.FromJwk(damaged)), iter: Rounds.Some);
            DamagedBytes.Of(key.ToPrivateJwk()).Sample(damaged => Use(SoftwareSigningKey.FromJwk(damaged)), iter: Rounds.Some);
            DamagedBytes.Of(key.ToPkcs8Pem()).Sample(damaged => Use(SoftwareSigningKey.FromPkcs8Pem(damaged, key.Algorithm)), iter: Rounds.Some);
            DamagedBytes.Of(Der(key)).Sample(damaged => Use(SoftwareSigningKey.FromPkcs8Pem(Pem(damaged), key.Algorithm)), iter: Rounds.Some);
        }

        static void Use(Outcomes.Outcome<SoftwareSigningKey> outcome)
        {
            if (outcome.TryGetValue(out var key))
                Assert.True(key.PublicKey.Verify(key.Algorithm, "data"u8, key.Sign("data"u8)));
        }
    }

    [Fact]
    public void A_damaged_key_set_of_a_provider_gives_the_keys_that_are_whole()
    {
        var set = $$"""{"keys":[{{string.Join(',', Good.Select(key => key.PublicKey.ToJwk(key.Algorithm)))}}]}""";
        DamagedJson.Of(set).Sample(damaged =>
        {
            JsonWebKeySet keys;
            try
            {
                keys = new JsonWebKeySet(damaged);
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException or System.Text.Json.JsonException)
            {
                // The stock reader refuses the whole set, as it documents.
                return;
            }

            foreach (var jwk in keys.Keys)
                _ = SecurityKeys.TryReadSm2(jwk, out _);
        }, iter: Rounds.Some);
    }

    private static byte[] Der(SoftwareSigningKey key) => Convert.FromBase64String(string.Concat(key.ToPkcs8Pem().Split('\n').Where(line => !line.StartsWith('-'))));

    private static string Pem(byte[] der) => System.Security.Cryptography.PemEncoding.WriteString("PRIVATE KEY", der);
}
