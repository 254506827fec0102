using CrossBorder.Verification.Identity;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>Numbers and names as people and machines mistype them: read, refused or different, never an exception.</summary>
public sealed class DocumentDamageTests
{
    private static readonly string[] Good =
        ["A123456(3)", "AB9876543", "H1234567802", "HA1234567", "810000199001010019", "91350100M000100Y43", "urn:crossborder:loa:high"];

    private static readonly string[] Hostile =
    [
        "", " ", "\0", "\ud800", "\udc00\ud800", "ﬀ", "\u202E", new string('A', 100_000), new string('1', 100_000),
        new string(' ', 100_000), new string('\u0301', 10_000), "ſ", "ı123456(3)",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Good.Length - 1].SelectMany(index => DamagedBytes.Of(Good[index])),
        Gen.Char.Array[0, 30].Select(characters => new string(characters)),
        Gen.Int[0, Hostile.Length - 1].Select(index => Hostile[index]));

    [Fact]
    public void Any_text_is_a_document_or_a_refusal() => Texts.Sample(text =>
    {
        _ = HongKongIdentityCard.Parse(text);
        _ = HomeReturnPermit.Parse(text);
        _ = ResidencePermit.Parse(text);
        _ = UnifiedSocialCreditCode.Parse(text);
        _ = AssuranceLevels.ParseUrn(text);
        foreach (var type in new[] { DocumentTypes.HongKongIdentityCard, DocumentTypes.HomeReturnPermit, DocumentTypes.ResidencePermit, text })
        {
            _ = IdentityDocument.Parse(type, text);
            _ = new IdentityDocument(type, text).Mask();
        }
    }, iter: Rounds.Many);

    [Fact]
    public void What_is_read_as_a_document_is_plain_ASCII_in_one_spelling() => Texts.Sample(text =>
    {
        if (HongKongIdentityCard.Parse(text).TryGetValue(out var card))
            Assert.True(System.Text.Ascii.IsValid(card.ToString()) && string.Equals(card.ToString().Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal), text.Trim().Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        if (HomeReturnPermit.Parse(text).TryGetValue(out var permit))
            Assert.Equal(text.Trim(), permit.ToString(), ignoreCase: true);
        if (ResidencePermit.Parse(text).TryGetValue(out var residence))
            Assert.Equal(text.Trim(), residence.ToString(), ignoreCase: true);
        if (UnifiedSocialCreditCode.Parse(text).TryGetValue(out var code))
            Assert.Equal(text.Trim(), code.ToString(), ignoreCase: true);
    }, iter: Rounds.Many);

    [Fact]
    public void Any_two_texts_are_one_name_or_two() => Gen.Select(Texts, Texts).Sample((one, other) =>
    {
        Assert.Equal(NameComparison.LatinEquals(one, other), NameComparison.LatinEquals(other, one));
        Assert.Equal(NameComparison.HanEquals(one, other), NameComparison.HanEquals(other, one));
    }, iter: Rounds.Some);

    [Fact]
    public void A_text_with_half_a_character_is_nobodys_name()
    {
        foreach (var text in new[] { "CHAN Tai\ud800 Man", "\udc00", "陳大文\ud840", "\ufffeCHAN" })
        {
            Assert.False(NameComparison.LatinEquals(text, text));
            Assert.False(NameComparison.HanEquals(text, text));
        }

        Assert.True(NameComparison.HanEquals("𠮷野", "𠮷野"));
    }
}
