using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CsCheck;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class SignedContentTests
{
    private const string Type = "cross-border-test+jws";
    private static readonly string[] AllNames = [.. AlgorithmCatalogue.All.Select(algorithm => algorithm.Name)];
    private readonly SoftwareSigningKey key = Keys.Of(AlgorithmCatalogue.Sm2);

    public static TheoryData<string> Algorithms => [.. AlgorithmCatalogue.All.Select(algorithm => algorithm.Name)];

    private SignedContentPolicy Policy => new() { Type = Type, Algorithms = AllNames, RegisteredKeys = [key.PublicKey] };

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_signed_message_verifies_under_its_registered_key(string name)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var signer = Keys.Of(algorithm);
        var content = SignedContent.Verify(Jws.Sign(signer, Type, "{}"u8), Policy with { RegisteredKeys = [signer.PublicKey] }).Value;
        Assert.Equal(name, content.Algorithm.Name);
        Assert.Equal("{}"u8, content.Payload.Span);
        Assert.Equal(signer.KeyId, content.KeyId);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("RS1")]
    [InlineData("rs256")]
    public void An_unsigned_message_or_a_foreign_algorithm_is_refused_with_CB3003(string algorithm)
    {
        var compact = $"{Part($$"""{"alg":"{{algorithm}}","typ":"{{Type}}","kid":"{{key.KeyId}}"}""")}.{Part("{}")}.";
        Assert.Equal("CB3003", Code(compact));
    }

    [Fact]
    public void An_algorithm_outside_the_policy_is_refused_with_CB3003() =>
        Assert.Equal("CB3003", SignedContent.Verify(Jws.Sign(key, Type, "{}"u8), Policy with { Algorithms = ["RS256"] }).Error.Code);

    [Fact]
    public void An_algorithm_for_another_kind_of_key_is_refused_with_CB3003()
    {
        var signed = Jws.Sign(Keys.Of(AlgorithmCatalogue.ES256), Type, "{}"u8).Split('.');
        var header = Part($$"""{"alg":"ES256","typ":"{{Type}}","kid":"{{key.KeyId}}"}""");
        Assert.Equal("CB3003", Code($"{header}.{signed[1]}.{signed[2]}"));
    }

    [Fact]
    public void A_key_inside_the_message_is_not_used_CB3005()
    {
        var stranger = Keys.Of(AlgorithmCatalogue.ES256);
        var header = Part($$"""{"alg":"ES256","typ":"{{Type}}","kid":"{{stranger.KeyId}}","jwk":{{stranger.PublicKey.ToJwk()}},"jku":"https://example.test/"}""");
        var input = $"{header}.{Part("{}")}";
        var compact = $"{input}.{Convert.ToBase64String(stranger.Sign(Encoding.ASCII.GetBytes(input))).TrimEnd('=').Replace('+', '-').Replace('/', '_')}";
        Assert.Equal("CB3005", Code(compact));
        Assert.Equal("CB3005", SignedContent.Verify(compact, Policy with { RegisteredKeys = [] }).Error.Code);
    }

    [Fact]
    public void A_certificate_does_not_stand_in_for_a_registered_key_CB3005()
    {
        var stranger = Keys.Of(AlgorithmCatalogue.Sm2);
        var root = Authority.Root("Anybody", AlgorithmCatalogue.Sm2);
        var certified = stranger.WithChain([root.Leaf(stranger, new LeafRequest())]).Value;
        Assert.Equal("CB3005", Code(Jws.Sign(certified, Type, "{}"u8)));
        Assert.True(SignedContent.Verify(Jws.Sign(certified, Type, "{}"u8), Policy with { RegisteredKeys = [] }).Succeeded);
    }

    [Fact]
    public void Another_type_is_refused_with_CB3006() => Assert.Equal("CB3006", Code(Jws.Sign(key, "cross-border-receipt+jws", "{}"u8)));

    [Fact]
    public void The_type_may_have_its_prefix() => Assert.True(SignedContent.Verify(Jws.Sign(key, "application/" + Type, "{}"u8), Policy).Succeeded);

    [Fact]
    public void Too_long_a_message_is_refused_with_CB3002() =>
        Assert.Equal("CB3002", SignedContent.Verify(Jws.Sign(key, Type, new byte[2000]), Policy with { MaximumLength = 1000 }).Error.Code);

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("....")]
    [InlineData("{}")]
    [InlineData("e30.e30.e30.e30")]
    [InlineData("e30=.e30.e30")]
    [InlineData("W10.e30.AA")]
    [InlineData("e30.e30.AA")]
    public void A_malformed_message_is_refused_with_CB3001(string compact) => Assert.Equal("CB3001", Code(compact));

    [Theory]
    [InlineData("""{"alg":"SGD_SM3_SM2","alg":"none","typ":"cross-border-test+jws"}""")]
    [InlineData("""{"alg":"SGD_SM3_SM2","typ":"cross-border-test+jws","crit":["exp"],"exp":1}""")]
    [InlineData("""{"alg":"SGD_SM3_SM2","typ":"cross-border-test+jws","b64":false,"crit":["b64"]}""")]
    [InlineData("""{"alg":"SGD_SM3_SM2","typ":"cross-border-test+jws","x5c":[]}""")]
    [InlineData("""{"alg":"SGD_SM3_SM2","typ":"cross-border-test+jws","x5c":"AAAA"}""")]
    [InlineData("""{"alg":7}""")]
    public void A_malformed_header_is_refused_with_CB3001(string header) => Assert.Equal("CB3001", Code($"{Part(header)}.e30.AA"));

    [Fact]
    public void A_malformed_certificate_is_refused_with_CB3008() =>
        Assert.Equal("CB3008", Code($"{Part("""{"alg":"SGD_SM3_SM2","typ":"cross-border-test+jws","x5c":["MAMCAQE="]}""")}.e30.AA"));

    [Fact]
    public void Any_changed_character_is_refused()
    {
        var compact = Jws.Sign(key, Type, JsonSerializer.SerializeToUtf8Bytes(new { amount = 100 }));
        Gen.Select(Gen.Int[0, compact.Length - 1], Gen.Char[' ', '~']).Sample((index, replacement) =>
            compact[index] == replacement || !SignedContent.Verify($"{compact[..index]}{replacement}{compact[(index + 1)..]}", Policy).Succeeded);
    }

    [Fact]
    public void Appended_or_doubled_parts_are_refused()
    {
        var compact = Jws.Sign(key, Type, "{}"u8);
        Gen.Char[' ', '~'].Array[1, 5].Sample(tail => !SignedContent.Verify(compact + new string(tail), Policy).Succeeded);
    }

    [Fact]
    public void Whatever_bytes_come_the_answer_is_a_refusal_and_never_an_exception() =>
        Gen.Char.Array[0, 60].Sample(characters => !SignedContent.Verify(new string(characters), Policy).Succeeded);

    [Fact]
    public void Any_payload_comes_back_as_it_was_signed() => Gen.Byte.Array[0, 200].Sample(
        payload => SignedContent.Verify(Jws.Sign(key, Type, payload), Policy).Value.Payload.Span.SequenceEqual(payload), iter: 50);

    [Fact]
    public void A_changed_payload_is_refused_with_CB3004()
    {
        var parts = Jws.Sign(key, Type, "{}"u8).Split('.');
        Assert.Equal("CB3004", Code($"{parts[0]}.{Part("{ }")}.{parts[2]}"));
    }

    private string Code(string compact) => SignedContent.Verify(compact, Policy).Error.Code;

    private static string Part(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
