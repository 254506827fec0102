using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>Whatever became of a signed message on its way, it is refused with a code, and nothing is thrown.</summary>
public sealed class SignedMessageDamageTests
{
    private const string Type = "cross-border-test+jws";
    private static readonly string[] Names = [.. AlgorithmCatalogue.All.Select(algorithm => algorithm.Name)];

    public static TheoryData<string> Algorithms => [.. Names];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_damaged_message_never_verifies(string name)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var key = Keys.Of(algorithm);
        var good = Jws.Sign(key, Type, "{\"case\":\"C-1\"}"u8);
        DamagedBytes.Of(good).Sample(damaged =>
        {
            var outcome = SignedContent.Verify(damaged, PolicyFor(key));
            Assert.True(damaged == good || outcome.Error.Code.StartsWith("CB30", StringComparison.Ordinal));
        }, iter: Rounds.Many);
    }

    [Fact]
    public void A_damaged_message_with_certificates_never_verifies()
    {
        var place = new Place("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.HubSigning);
        var good = Jws.Sign(place.Signer(AlgorithmCatalogue.Sm2, new LeafRequest()), Type, "{}"u8);
        DamagedBytes.Of(good).Sample(
            damaged => damaged == good || !SignedContent.Verify(damaged, new SignedContentPolicy { Type = Type, Algorithms = Names }).Succeeded, iter: Rounds.Many);
    }

    [Fact]
    public void A_damaged_header_is_refused_or_read_and_never_throws()
    {
        var key = Keys.Of(AlgorithmCatalogue.Sm2);
        var header = $$"""{"alg":"SGD_SM3_SM2","typ":"{{Type}}","kid":"{{key.KeyId}}","x5c":["MIIB"],"crit":["exp"],"exp":1}""";
        DamagedJson.Of(header).Sample(damaged =>
        {
            var input = $"{Part(damaged)}.{Part("{}")}";
            var signature = Convert.ToBase64String(key.Sign(Encoding.ASCII.GetBytes(input))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            _ = SignedContent.Verify($"{input}.{signature}", PolicyFor(key) with { MaximumLength = 1 << 20 });
        }, iter: Rounds.Some);
    }

    [Fact]
    public void Any_text_at_all_is_refused() =>
        Gen.String.Sample(text => !SignedContent.Verify(text, PolicyFor(Keys.Of(AlgorithmCatalogue.ES256))).Succeeded, iter: Rounds.Some);

    [Fact]
    public void A_message_longer_than_the_policy_takes_is_refused_unread_with_CB3002()
    {
        var policy = PolicyFor(Keys.Of(AlgorithmCatalogue.ES256));
        Assert.Equal("CB3002", SignedContent.Verify(new string('.', policy.MaximumLength + 1), policy).Error.Code);
        Assert.Equal("CB3001", SignedContent.Verify(new string('.', policy.MaximumLength), policy).Error.Code);
    }

    private static SignedContentPolicy PolicyFor(SoftwareSigningKey key) => new() { Type = Type, Algorithms = Names, RegisteredKeys = [key.PublicKey] };

    private static string Part(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
