using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.IdentityModel;
using CrossBorder.Verification.Tests.Pki;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>Many who use a key for the first time at the same moment must all be served.</summary>
public sealed class KeptSignatureProvidersTests
{
    private static readonly byte[] Content = "signed content"u8.ToArray();

    [Fact]
    public void What_another_found_while_it_was_added_lives_on_when_that_one_lets_go_of_it()
    {
        var (verifier, signature) = Es256();
        var factory = verifier.CryptoProviderFactory;
        var made = new AsymmetricSignatureProvider(verifier, "ES256");
        Assert.True(factory.CryptoProviderCache.TryAdd(made));

        var found = factory.CreateForVerifying(verifier, "ES256");
        Assert.Same(made, found);
        factory.ReleaseSignatureProvider(found);

        Assert.True(made.Verify(Content, signature));
    }

    [Fact]
    public async Task Eight_that_are_the_first_ones_at_once_are_all_told_that_the_signature_holds()
    {
        for (var round = 0; round < 200; round++)
        {
            var (verifier, signature) = Es256();
            using var start = new Barrier(8);
            var held = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait(TestContext.Current.CancellationToken);
                    var provider = verifier.CryptoProviderFactory.CreateForVerifying(verifier, "ES256");
                    var holds = provider.Verify(Content, signature);
                    verifier.CryptoProviderFactory.ReleaseSignatureProvider(provider);
                    return holds;
                },
                TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            Assert.DoesNotContain(false, held);
        }
    }

    [Fact]
    public void A_key_has_one_for_each_algorithm_and_purpose_and_loses_it_when_it_broke()
    {
        var signer = SecurityKeys.From(Keys.Of(AlgorithmCatalogue.RS256));
        var factory = signer.CryptoProviderFactory;
        var (signing, verifying, other) = (factory.CreateForSigning(signer, "RS256"), factory.CreateForVerifying(signer, "RS256"), factory.CreateForVerifying(signer, "PS256"));
        Assert.Equal(3, new[] { signing, verifying, other }.Distinct().Count());
        Assert.Same(signing, factory.CreateForSigning(signer, "RS256"));

        signing.Dispose();
        Assert.Throws<ObjectDisposedException>(() => signing.Sign(Content));
        var next = factory.CreateForSigning(signer, "RS256");
        Assert.True(factory.CreateForVerifying(signer, "RS256").Verify(Content, next.Sign(Content)));
    }

    [Fact]
    public void A_secret_is_kept_as_keys_are()
    {
        var key = SecurityKeys.FromSecret(new byte[32]);
        var provider = key.CryptoProviderFactory.CreateForSigning(key, "HS256");
        Assert.Same(provider, key.CryptoProviderFactory.CreateForSigning(key, "HS256"));
        Assert.Equal(32, provider.Sign(Content).Length);
    }

    private static (SecurityKey Verifier, byte[] Signature) Es256()
    {
        var key = Keys.Of(AlgorithmCatalogue.ES256);
        return (SecurityKeys.From(key.PublicKey), key.Sign(Content));
    }
}
