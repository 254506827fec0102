using System.Collections.Concurrent;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class KeyDisposalTests
{
    public static TheoryData<string> Algorithms => [.. AlgorithmCatalogue.All.Select(algorithm => algorithm.Name)];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_disposed_key_holds_nothing_but_zeros(string name)
    {
        var key = New(name);
        var numbers = key.Numbers.JwkMembers;
        Assert.Contains(numbers, member => member.Number.Any(digit => digit != 0));

        key.Dispose();
        Assert.All(numbers, member => Assert.All(member.Number, digit => Assert.Equal(0, digit)));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_disposed_key_says_so(string name)
    {
        var key = New(name);
        key.Dispose();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign("data"u8));
        Assert.Throws<ObjectDisposedException>(key.ToPkcs8Pem);
        Assert.Throws<ObjectDisposedException>(() => key.ToEncryptedPkcs8Pem("password", iterations: KeyEncryption.MinimumIterations));
        Assert.Throws<ObjectDisposedException>(key.ToPrivateJwk);
        Assert.Throws<ObjectDisposedException>(() => key.WithChain([]));
        Assert.NotEmpty(key.PublicKey.ToJwk());
    }

    [Fact]
    public void Two_that_share_a_key_end_it_together()
    {
        var key = Keys.Of(AlgorithmCatalogue.Sm2);
        var certified = key.WithChain([Authority.Root("Root", AlgorithmCatalogue.Sm2).Leaf(key, new LeafRequest())]).Value;
        var number = key.Numbers.JwkMembers[0].Number;

        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign("data"u8));
        Assert.True(certified.PublicKey.Verify(AlgorithmCatalogue.Sm2, "data"u8, certified.Sign("data"u8)));

        certified.Dispose();
        Assert.Throws<ObjectDisposedException>(() => certified.Sign("data"u8));
        Assert.All(number, digit => Assert.Equal(0, digit));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Whoever_signs_while_the_key_is_disposed_gets_a_good_signature_or_is_told(string name)
    {
        for (var round = 0; round < 8; round++)
        {
            var key = New(name);
            var good = new ConcurrentBag<bool>();
            Parallel.For(0, 32, index =>
            {
                if (index == 8)
                {
                    key.Dispose();
                    return;
                }

                var data = BitConverter.GetBytes(index);
                try
                {
                    good.Add(key.PublicKey.Verify(key.Algorithm, data, key.Sign(data)));
                }
                catch (ObjectDisposedException)
                {
                    good.Add(true);
                }
            });
            Assert.Equal(31, good.Count);
            Assert.DoesNotContain(false, good);
            Assert.Throws<ObjectDisposedException>(() => key.Sign("data"u8));
        }
    }

    private static SoftwareSigningKey New(string name) =>
        AlgorithmCatalogue.TryGet(name, out var algorithm) ? Keys.Of(algorithm) : throw new ArgumentOutOfRangeException(nameof(name));
}
