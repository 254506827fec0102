using CrossBorder.Verification.Identity;
using CsCheck;

namespace CrossBorder.Verification.Tests.Identity;

public sealed class DocumentTests
{
    [Theory]
    [InlineData("A123456(3)", "A123456(3)")]
    [InlineData("a1234563", "A123456(3)")]
    [InlineData("G123456(A)", "G123456(A)")]
    [InlineData("AB987654(3)", "AB987654(3)")]
    [InlineData(" E3649125 ", "E364912(5)")]
    public void An_identity_card_number_is_read_and_made_canonical(string text, string canonical) =>
        Assert.Equal(canonical, HongKongIdentityCard.Parse(text).Value.ToString());

    [Theory]
    [InlineData("A123456(4)")]
    [InlineData("A123456(3")]
    [InlineData("A1234563)")]
    [InlineData("ABC123456(3)")]
    [InlineData("A12345(3)")]
    [InlineData("Ａ123456(3)")]
    [InlineData("")]
    [InlineData(null)]
    public void A_wrong_identity_card_number_is_refused_with_CB3030(string? text) =>
        Assert.Equal("CB3030", HongKongIdentityCard.Parse(text).Error.Code);

    [Fact]
    public void A_single_wrong_digit_of_an_identity_card_is_always_found() => Gen.Select(Gen.Char['A', 'Z'], Gen.Int[0, 999999], Gen.Int[0, 5], Gen.Int[1, 9]).Sample((letter, number, place, change) =>
    {
        var body = $"{letter}{number:D6}";
        var card = HongKongIdentityCard.Parse(body + HongKongIdentityCard.CheckOf(body)).Value.ToString();
        var digits = body.ToCharArray();
        digits[place + 1] = (char)('0' + (digits[place + 1] - '0' + change) % 10);
        return !HongKongIdentityCard.Parse(new string(digits) + card[^3..]).Succeeded;
    });

    [Theory]
    [InlineData("H1234567802", "H12345678", 2)]
    [InlineData("M0000000100", "M00000001", 0)]
    [InlineData("h12345678", "H12345678", null)]
    [InlineData("HA1234567", "HA1234567", null)]
    public void Old_and_new_permit_numbers_share_their_key(string text, string key, int? reissue)
    {
        var permit = HomeReturnPermit.Parse(text).Value;
        Assert.Equal(key, permit.CanonicalKey);
        Assert.Equal(reissue, permit.Reissue);
        Assert.Equal(text.StartsWith("HA", StringComparison.Ordinal), permit.IsForNonChinese);
    }

    [Theory]
    [InlineData("T12345678")]
    [InlineData("H1234567")]
    [InlineData("H123456789")]
    [InlineData("HA123456789")]
    [InlineData("H１２３４５６７８")]
    [InlineData("")]
    public void A_wrong_permit_number_is_refused_with_CB3031(string text) => Assert.Equal("CB3031", HomeReturnPermit.Parse(text).Error.Code);

    [Theory]
    [InlineData("810000199001010019", "1990-01-01", "M")]
    [InlineData("810000198506153520", "1985-06-15", "F")]
    [InlineData("820000197512311027", "1975-12-31", "F")]
    public void A_residence_permit_number_is_read(string text, string birthdate, string gender)
    {
        var permit = ResidencePermit.Parse(text).Value;
        Assert.Equal(DateOnly.Parse(birthdate, System.Globalization.CultureInfo.InvariantCulture), permit.Birthdate);
        Assert.Equal(gender, permit.Gender);
    }

    [Theory]
    [InlineData("810000199001010018")]
    [InlineData("810000199002300019")]
    [InlineData("11010519491231002X")]
    [InlineData("8100001990010100")]
    public void A_wrong_residence_permit_number_is_refused_with_CB3032(string text) => Assert.Equal("CB3032", ResidencePermit.Parse(text).Error.Code);

    [Fact]
    public void The_classic_example_of_the_check_character_holds() => Assert.Equal('X', Modulus11.CheckOf("11010519491231002"));

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91512081MA62K0260E")]
    [InlineData("11320000MB151840XJ")]
    public void A_credit_code_is_read(string text) => Assert.Equal(text, UnifiedSocialCreditCode.Parse(text.ToLowerInvariant()).Value.ToString());

    [Theory]
    [InlineData("91350100M000100Y44")]
    [InlineData("91350100I000100Y43")]
    [InlineData("91350100M000100Y4")]
    public void A_wrong_credit_code_is_refused_with_CB3033(string text) => Assert.Equal("CB3033", UnifiedSocialCreditCode.Parse(text).Error.Code);

    [Fact]
    public void A_document_of_an_unknown_type_is_refused_with_CB3038() => Assert.Equal("CB3038", IdentityDocument.Parse("passport", "K1234567").Error.Code);

    [Theory]
    [InlineData("hkid", "A123456(3)", "A12****(*)")]
    [InlineData("hkid", "AB987654(3)", "AB98****(*)")]
    [InlineData("home_return_permit", "H12345678", "H12****78")]
    [InlineData("residence_permit", "810000199001010019", "810000***********9")]
    public void A_masked_number_shows_little_and_a_documents_text_nothing(string type, string number, string masked)
    {
        var document = IdentityDocument.Parse(type, number).Value;
        Assert.Equal(masked, document.Mask());
        Assert.Equal(type, document.ToString());
        Assert.Equal("PersonName", new PersonName("CHAN", "Tai Man", "陳大文", null).ToString());
    }

    [Fact]
    public void Whatever_text_comes_no_reader_throws() => Gen.Char.Array[0, 25].Sample(characters =>
    {
        var text = new string(characters);
        _ = HongKongIdentityCard.Parse(text);
        _ = HomeReturnPermit.Parse(text);
        _ = ResidencePermit.Parse(text);
        _ = UnifiedSocialCreditCode.Parse(text);
    });
}
