using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Outcomes;
using CsCheck;

namespace CrossBorder.Verification.Tests.Crypto.Encryption;

public sealed class EncryptedContentTests
{
    private const string Type = "cross-border-test+jwe";

    private static readonly EncryptedContentPolicy Policy = new()
    {
        Type = Type,
        KeyManagement = [.. EncryptionCatalogue.KeyManagement.Select(algorithm => algorithm.Name)],
        ContentEncryption = [.. EncryptionCatalogue.ContentEncryption.Select(algorithm => algorithm.Name)],
    };

    private static readonly EncryptionSettings Settings = new() { Type = Type, Encryption = EncryptionCatalogue.Sm4Gcm };

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var management in Policy.KeyManagement)
            {
                foreach (var encryption in Policy.ContentEncryption)
                    pairs.Add(management, encryption);
            }

            return pairs;
        }
    }

    public static TheoryData<string> Managements => [.. Policy.KeyManagement];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Any_payload_comes_back_as_it_was_encrypted(string management, string encryption)
    {
        var key = Recipients.Of(management);
        Assert.True(EncryptionCatalogue.TryGetContentEncryption(encryption, out var chosen));
        Gen.Byte.Array[0, 200].Sample(payload =>
        {
            var compact = Jwe.Encrypt(key.PublicKey, Settings with { Encryption = chosen, ContentType = "json" }, payload);
            var content = Decrypt(compact).Value;
            Assert.Equal(payload, content.Payload.ToArray());
            Assert.Equal((Type, "json"), (content.Type, content.ContentType));
            Assert.Equal((chosen, key), (content.Encryption, content.Key));
        }, iter: 20);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Any_changed_character_is_refused(string management, string encryption)
    {
        Assert.True(EncryptionCatalogue.TryGetContentEncryption(encryption, out var chosen));
        var compact = Jwe.Encrypt(Recipients.Of(management).PublicKey, Settings with { Encryption = chosen }, "{\"amount\":100}"u8);
        Gen.Select(Gen.Int[0, compact.Length - 1], Gen.Char[' ', '~']).Sample((index, replacement) =>
            compact[index] == replacement || !Decrypt($"{compact[..index]}{replacement}{compact[(index + 1)..]}").Succeeded);
    }

    [Theory]
    [MemberData(nameof(Managements))]
    public void Every_part_changed_gives_one_and_the_same_refusal_CB3083(string management)
    {
        var key = Recipients.Of(management);
        var parts = Jwe.Encrypt(key.PublicKey, Settings, "a payload"u8).Split('.');
        var refusals = Enumerable.Range(0, 5).Where(part => parts[part].Length > 0)
            .Select(part => part == 0 ? WithHeader(parts, header => header["extra"] = true) : WithPart(parts, part, Flipped(parts[part])))
            .Append(Jwe.Encrypt(SoftwareDecryptionKey.Generate(key.Algorithm, key.KeyId).PublicKey, Settings, "for another key"u8))
            .Append(WithHeader(parts, header => header["kid"] = "nobody's"))
            .Select(compact => Decrypt(compact).Error)
            .Distinct();
        Assert.Equal("CB3083", Assert.Single(refusals).Code);
    }

    [Theory]
    [InlineData("RSA-OAEP-256", 0x00)]
    [InlineData("RSA-OAEP-256", 0xFF)]
    [InlineData("SGD_SM2_3", 0x00)]
    [InlineData("SGD_SM2_3", 0x04)]
    public void An_encrypted_key_of_any_length_and_content_is_refused_like_any_other_CB3083(string management, byte filling)
    {
        var parts = Jwe.Encrypt(Recipients.Of(management).PublicKey, Settings, "a payload"u8).Split('.');
        foreach (var length in new[] { 1, 16, 96, 97, 98, 113, 255, 256, 384, 1024 })
        {
            var encryptedKey = new byte[length];
            Array.Fill(encryptedKey, filling);
            Assert.Equal("CB3083", Code(WithPart(parts, 1, Base64Url.EncodeToString(encryptedKey))));
        }
    }

    [Theory]
    [InlineData("RSA-OAEP-256")]
    [InlineData("SGD_SM2_3")]
    public void A_content_key_of_the_wrong_length_is_refused_like_any_other_CB3083(string management)
    {
        var key = Recipients.Of(management);
        var settings = Settings with { Encryption = EncryptionCatalogue.Aes256Gcm };
        var parts = Jwe.Encrypt(key.PublicKey, settings, "a payload"u8).Split('.');
        Assert.Equal("CB3083", Code(WithHeader(parts, header => header["enc"] = "SGD_SM4_GCM")));
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("__________________________________________8", "__________________________________________8")]
    [InlineData("MsSuLB8ZgRlfmQRGajnJlI_jC7_yZgvhcVpFiTNMdMc", "vDc2ovT2d5xZvc7ja2khU9Cph3zGKkdAAt8y5SE58KA")] // the generator of the SM2 curve
    public void A_point_that_is_not_on_the_curve_is_refused_CB3083(string x, string y)
    {
        var parts = Jwe.Encrypt(Recipients.Of("ECDH-ES").PublicKey, Settings, "a payload"u8).Split('.');
        Assert.Equal("CB3083", Code(WithHeader(parts, header => (header["epk"]!["x"], header["epk"]!["y"]) = (x, y))));
    }

    [Theory]
    [InlineData("RSA1_5")]
    [InlineData("RSA-OAEP")]
    [InlineData("dir")]
    [InlineData("A128KW")]
    [InlineData("ECDH-ES+A128KW")]
    [InlineData("PBES2-HS256+A128KW")]
    [InlineData("none")]
    [InlineData("rsa-oaep-256")]
    public void A_foreign_key_management_is_refused_with_CB3082(string algorithm)
    {
        var parts = Jwe.Encrypt(Recipients.Of("RSA-OAEP-256").PublicKey, Settings, "a payload"u8).Split('.');
        Assert.Equal("CB3082", Code(WithHeader(parts, header => header["alg"] = algorithm)));
    }

    [Theory]
    [InlineData("A128GCM")]
    [InlineData("A256CBC-HS512")]
    [InlineData("SGD_SM4_CBC")]
    [InlineData("none")]
    public void A_foreign_content_encryption_is_refused_with_CB3082(string encryption)
    {
        var parts = Jwe.Encrypt(Recipients.Of("RSA-OAEP-256").PublicKey, Settings, "a payload"u8).Split('.');
        Assert.Equal("CB3082", Code(WithHeader(parts, header => header["enc"] = encryption)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_the_policy_does_not_name_is_refused_with_CB3082(string management, string encryption)
    {
        Assert.True(EncryptionCatalogue.TryGetContentEncryption(encryption, out var chosen));
        var compact = Jwe.Encrypt(Recipients.Of(management).PublicKey, Settings with { Encryption = chosen }, "a payload"u8);
        var without = Policy with { KeyManagement = [.. Policy.KeyManagement.Where(name => name != management)] };
        Assert.Equal("CB3082", EncryptedContent.Decrypt(compact, Recipients.All, without).Error.Code);
        without = Policy with { ContentEncryption = [.. Policy.ContentEncryption.Where(name => name != encryption)] };
        Assert.Equal("CB3082", EncryptedContent.Decrypt(compact, Recipients.All, without).Error.Code);
    }

    [Fact]
    public void Too_long_a_message_is_refused_with_CB3081_before_it_is_looked_at() =>
        Assert.Equal("CB3081", Code(new string('.', Policy.MaximumLength + 1)));

    [Fact]
    public void Another_type_is_refused_with_CB3084_and_the_prefix_makes_no_difference()
    {
        var recipient = Recipients.Of("ECDH-ES").PublicKey;
        Assert.Equal("CB3084", Code(Jwe.Encrypt(recipient, Settings with { Type = "other+jwe" }, "a payload"u8)));
        Assert.Equal("CB3084", Code(Jwe.Encrypt(recipient, Settings with { Type = null }, "a payload"u8)));
        Assert.True(Decrypt(Jwe.Encrypt(recipient, Settings with { Type = "application/" + Type }, "a payload"u8)).Succeeded);
    }

    [Fact]
    public void Another_content_type_is_refused_with_CB3084_where_one_is_wanted()
    {
        var compact = Jwe.Encrypt(Recipients.Of("ECDH-ES").PublicKey, Settings, "a payload"u8);
        Assert.Equal("CB3084", EncryptedContent.Decrypt(compact, Recipients.All, Policy with { ContentType = "json" }).Error.Code);
    }

    [Theory]
    [InlineData("crit", """["exp"]""")]
    [InlineData("crit", "[]")]
    [InlineData("zip", "\"DEF\"")]
    [InlineData("zip", "null")]
    [InlineData("jku", "\"https://example.test/keys\"")]
    [InlineData("x5u", "\"https://example.test/chain\"")]
    [InlineData("kid", "7")]
    [InlineData("typ", "[]")]
    [InlineData("cty", "{}")]
    [InlineData("alg", "null")]
    [InlineData("epk", "null")]
    [InlineData("epk", """{"kty":"EC","crv":"P-384","x":"AA","y":"AA"}""")]
    [InlineData("epk", """{"kty":"EC","crv":"P-256","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE","y":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE","d":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"}""")]
    [InlineData("apu", "7")]
    [InlineData("apv", "\"A=\"")]
    public void A_header_that_asks_for_too_much_or_is_malformed_is_refused_with_CB3080(string name, string json)
    {
        var parts = Jwe.Encrypt(Recipients.Of("ECDH-ES").PublicKey, Settings, "a payload"u8).Split('.');
        Assert.Equal("CB3080", Code(WithHeader(parts, header => header[name] = JsonNode.Parse(json))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("......")]
    [InlineData("e30....")]
    [InlineData("e30.e30.e30.e30.e30")]
    [InlineData("e30..AAAAAAAAAAAAAAAA..AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("W10..AAAAAAAAAAAAAAAA..AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("eyJhbGciOiJSU0EtT0FFUC0yNTYiLCJhbGciOiJFQ0RILUVTIn0..AAAAAAAAAAAAAAAA..AAAAAAAAAAAAAAAAAAAAAA")]
    public void A_malformed_message_is_refused_with_CB3080(string compact) => Assert.Equal("CB3080", Code(compact));

    [Fact]
    public void An_encrypted_key_beside_direct_agreement_and_none_beside_the_others_are_refused_with_CB3080()
    {
        Assert.Equal("CB3080", Code(WithPart(Jwe.Encrypt(Recipients.Of("ECDH-ES").PublicKey, Settings, "a payload"u8).Split('.'), 1, "AAAA")));
        Assert.Equal("CB3080", Code(WithPart(Jwe.Encrypt(Recipients.Of("SGD_SM2_3").PublicKey, Settings, "a payload"u8).Split('.'), 1, "")));
    }

    [Fact]
    public void A_shortened_tag_or_another_nonce_length_is_refused_with_CB3080()
    {
        var parts = Jwe.Encrypt(Recipients.Of("SGD_SM2_3").PublicKey, Settings, "a payload"u8).Split('.');
        Assert.Equal("CB3080", Code(WithPart(parts, 4, Base64Url.EncodeToString(Base64Url.DecodeFromChars(parts[4]).AsSpan(0, 12)))));
        Assert.Equal("CB3080", Code(WithPart(parts, 2, Base64Url.EncodeToString(new byte[16]))));
    }

    [Theory]
    [MemberData(nameof(Managements))]
    public void Without_a_kid_every_key_of_that_kind_is_tried(string management)
    {
        var key = Recipients.Of(management);
        var nameless = new ForeignSender(key).Encrypt("{}"u8.ToArray(), $$"""{"alg":"{{management}}","enc":"A256GCM","typ":"{{Type}}"}""");
        IDecryptionKey[] keys = [SoftwareDecryptionKey.Generate(key.Algorithm), .. Recipients.All];
        Assert.Same(key, EncryptedContent.Decrypt(nameless, keys, Policy).Value.Key);
        Assert.Equal("CB3083", EncryptedContent.Decrypt(nameless, keys[..1], Policy).Error.Code);
        Assert.Equal("CB3083", EncryptedContent.Decrypt(nameless, [], Policy).Error.Code);
    }

    [Fact]
    public void What_the_parties_say_goes_into_the_agreed_key()
    {
        var settings = Settings with { PartyU = "Alice"u8.ToArray(), PartyV = "Bob"u8.ToArray() };
        var compact = Jwe.Encrypt(Recipients.Of("ECDH-ES").PublicKey, settings, "a payload"u8);
        var content = Decrypt(compact).Value;
        Assert.Equal(("Alice", "Bob"), (Encoding.UTF8.GetString(content.PartyU.Span), Encoding.UTF8.GetString(content.PartyV.Span)));
        Assert.Throws<ArgumentException>(() => Jwe.Encrypt(Recipients.Of("SGD_SM2_3").PublicKey, settings, "a payload"u8));
        Assert.Throws<ArgumentException>(() => Jwe.Encrypt(Recipients.Of("ECDH-ES").PublicKey, settings with { PartyU = new byte[257] }, "a payload"u8));
    }

    [Fact]
    public void An_SM2_encrypted_key_is_read_in_the_encoding_of_the_partner_alone()
    {
        var recipient = Recipients.Of("SGD_SM2_3").PublicKey;
        var raw = Jwe.Encrypt(recipient, Settings, "a payload"u8);
        var der = Jwe.Encrypt(recipient, Settings with { Sm2Encoding = Sm2CiphertextEncoding.Der }, "a payload"u8);
        var derPolicy = Policy with { Sm2Encoding = Sm2CiphertextEncoding.Der };
        Assert.True(EncryptedContent.Decrypt(der, Recipients.All, derPolicy).Succeeded);
        Assert.Equal("CB3083", EncryptedContent.Decrypt(raw, Recipients.All, derPolicy).Error.Code);
        Assert.Equal("CB3083", Code(der));
    }

    [Fact]
    public void Two_encryptions_of_one_payload_have_nothing_in_common_but_the_header()
    {
        var recipient = Recipients.Of("SGD_SM2_3").PublicKey;
        var (first, second) = (Jwe.Encrypt(recipient, Settings, "a payload"u8).Split('.'), Jwe.Encrypt(recipient, Settings, "a payload"u8).Split('.'));
        Assert.Equal(first[0], second[0]);
        Assert.Empty(first.Skip(1).Intersect(second.Skip(1)));
    }

    [Fact]
    public void Whatever_text_comes_the_answer_is_a_refusal_and_never_an_exception() =>
        Gen.Char.Array[0, 60].Sample(characters => !Decrypt(new string(characters)).Succeeded);

    [Fact]
    public void Whatever_parts_come_the_answer_is_a_refusal_and_never_an_exception() =>
        Gen.Byte.Array[0, 120].Array[5].Sample(parts => !Decrypt(string.Join('.', parts.Select(part => Base64Url.EncodeToString(part)))).Succeeded);

    [Fact]
    public void Whatever_stands_in_a_header_and_behind_it_the_answer_is_a_refusal_and_never_an_exception()
    {
        var names = OneOf("alg", "enc", "kid", "typ", "cty", "epk", "apu", "apv", "crit", "zip", "x", "y", "kty", "crv", "d");
        var texts = Gen.OneOf(OneOf("RSA-OAEP-256", "ECDH-ES", "SGD_SM2_3", "A256GCM", "SGD_SM4_GCM", Type, "EC", "P-256", "sm2p256v1",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE", "\uD800"), Gen.String);
        var members = Gen.Select(names, texts, (name, text) => $"\"{name}\":{System.Text.Json.JsonSerializer.Serialize(text)}").Array[0, 5];
        var headers = Gen.Select(OneOf(
                "{\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\",\"typ\":\"" + Type + "\"", "{\"alg\":\"SGD_SM2_3\",\"enc\":\"SGD_SM4_GCM\",\"typ\":\"" + Type + "\"",
                "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"typ\":\"" + Type + "\"", "{\"x5t\":0"),
            members, members, (start, outer, epk) => $"{start}{string.Concat(outer.Select(member => "," + member))},\"epk\":{{{string.Join(',', epk)}}}}}");
        Gen.Select(headers, Gen.Byte.Array[0, 130], Gen.Byte.Array[12], Gen.Byte.Array[0, 40], Gen.Byte.Array[16]).Sample((header, key, nonce, text, tag) =>
            !Decrypt(string.Join('.', new[] { Encoding.UTF8.GetBytes(header), key, nonce, text, tag }.Select(part => Base64Url.EncodeToString(part)))).Succeeded);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Outcome<EncryptedContent> Decrypt(string compact) => EncryptedContent.Decrypt(compact, Recipients.All, Policy);

    private static string Code(string compact) => Decrypt(compact).Error.Code;

    private static string WithPart(string[] parts, int index, string part) =>
        string.Join('.', parts.Select((old, position) => position == index ? part : old));

    private static string WithHeader(string[] parts, Action<JsonNode> change)
    {
        var header = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!;
        change(header);
        return WithPart(parts, 0, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString())));
    }

    private static string Flipped(string part)
    {
        var bytes = Base64Url.DecodeFromChars(part);
        bytes[^1] ^= 1;
        return Base64Url.EncodeToString(bytes);
    }
}
