using CrossBorder.Verification.Identity;
using CsCheck;

namespace CrossBorder.Verification.Tests.Identity;

/// <summary>Every number that the rules make is read, comes back as it was, and is lost when one character changes.</summary>
public sealed class DocumentPropertyTests
{
    private const string CreditSymbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Gen<string> Cards = Gen.Select(Gen.Char['A', 'Z'].Array[1, 2], Gen.Int[0, 999_999], (letters, number) =>
    {
        var body = $"{new string(letters)}{number:D6}";
        return $"{body}({HongKongIdentityCard.CheckOf(body)})";
    });

    private static readonly Gen<string> ResidencePermits = Gen.Select(Gen.Int[1, 3], Gen.Int[0, 50_000], Gen.Int[0, 999], (place, day, sequence) =>
    {
        var body = $"8{place}0000{new DateOnly(1900, 1, 1).AddDays(day):yyyyMMdd}{sequence:D3}";
        return body + Modulus11.CheckOf(body);
    });

    private static readonly Gen<string> CreditCodes = Gen.Int[0, CreditSymbols.Length - 1].Array[17].Select(values =>
    {
        var body = string.Concat(values.Select(value => CreditSymbols[value]));
        return body + UnifiedSocialCreditCode.CheckOf(body + "0");
    });

    private static readonly Gen<string> Permits = Gen.OneOf(
        Gen.Select(Gen.Bool, Gen.Int[0, 99_999_999], Gen.Int[-1, 99], (macao, number, reissue) =>
            $"{(macao ? 'M' : 'H')}{number:D8}{(reissue < 0 ? "" : reissue.ToString("D2", System.Globalization.CultureInfo.InvariantCulture))}"),
        Gen.Select(Gen.Bool, Gen.Int[0, 9_999_999], (macao, number) => $"{(macao ? 'M' : 'H')}A{number:D7}"));

    [Fact]
    public void Every_identity_card_number_is_read_and_written_back() => Cards.Sample(text =>
        HongKongIdentityCard.Parse(text).Value.ToString() == text
        && HongKongIdentityCard.Parse(text.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).ToLowerInvariant()).Value == HongKongIdentityCard.Parse(text).Value);

    [Fact]
    public void Every_permit_number_is_read_and_written_back_under_its_lifelong_key() => Permits.Sample(text =>
    {
        var permit = HomeReturnPermit.Parse(text.ToLowerInvariant()).Value;
        Assert.Equal(text, permit.ToString());
        Assert.Equal(text[..9], permit.CanonicalKey);
        Assert.Equal(permit.CanonicalKey, HomeReturnPermit.Parse(permit.CanonicalKey).Value.CanonicalKey);
        Assert.Equal(text.Length == 11 ? int.Parse(text[9..], System.Globalization.CultureInfo.InvariantCulture) : null, permit.Reissue);
    });

    [Fact]
    public void Every_residence_permit_number_is_read_and_written_back() => ResidencePermits.Sample(text =>
    {
        var permit = ResidencePermit.Parse(text.ToLowerInvariant()).Value;
        Assert.Equal(text, permit.ToString());
        Assert.Equal(text[6..14], permit.Birthdate.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((text[16] - '0') % 2 == 1 ? "M" : "F", permit.Gender);
    });

    [Fact]
    public void Every_credit_code_is_read_and_written_back() =>
        CreditCodes.Sample(text => UnifiedSocialCreditCode.Parse(text.ToLowerInvariant()).Value.ToString() == text);

    [Fact]
    public void Every_single_wrong_digit_of_an_identity_card_is_refused() =>
        Cards.Sample(text => Changes(text, "0123456789").All(wrong => !HongKongIdentityCard.Parse(wrong).Succeeded));

    [Fact]
    public void Every_single_wrong_digit_of_a_residence_permit_is_refused() =>
        ResidencePermits.Sample(text => Changes(text, "0123456789").All(wrong => !ResidencePermit.Parse(wrong).Succeeded));

    [Fact]
    public void Every_single_wrong_character_of_a_credit_code_is_refused() =>
        CreditCodes.Sample(text => Changes(text, CreditSymbols).All(wrong => !UnifiedSocialCreditCode.Parse(wrong).Succeeded), iter: 30);

    [Fact]
    public void Two_neighbours_that_changed_places_are_refused_in_residence_permits_and_credit_codes()
    {
        ResidencePermits.Sample(text => Swaps(text).All(wrong => !ResidencePermit.Parse(wrong).Succeeded));
        CreditCodes.Sample(text => Swaps(text).All(wrong => !UnifiedSocialCreditCode.Parse(wrong).Succeeded), iter: 30);
    }

    [Fact]
    public void A_mask_hides_the_middle_and_has_one_length_for_each_document()
    {
        Cards.Sample(text => HongKongIdentityCard.Parse(text).Value.Mask().Count(character => character == '*') == 5);
        Permits.Sample(text => HomeReturnPermit.Parse(text).Value.Mask() is { Length: 9 } mask && mask[3..7] == "****");
        ResidencePermits.Sample(text => ResidencePermit.Parse(text).Value.Mask() is { Length: 18 } mask && mask[6..17].All(character => character == '*'));
        CreditCodes.Sample(text => UnifiedSocialCreditCode.Parse(text).Value.Mask() is { Length: 18 } mask && mask[4..14].All(character => character == '*'));
    }

    [Fact]
    public void Documents_are_the_same_where_their_canonical_numbers_are()
    {
        Permits.Sample(text => IdentityDocument.Parse(DocumentTypes.HomeReturnPermit, text).Value == IdentityDocument.Parse(DocumentTypes.HomeReturnPermit, text[..9]).Value);
        Cards.Sample(text => IdentityDocument.Parse(DocumentTypes.HongKongIdentityCard, $" {text.ToLowerInvariant()} ").Value == IdentityDocument.Parse(DocumentTypes.HongKongIdentityCard, text).Value);
    }

    private static IEnumerable<string> Changes(string text, string symbols) =>
        from place in Enumerable.Range(0, text.Length)
        where symbols.Contains(text[place], StringComparison.Ordinal)
        from symbol in symbols
        where symbol != text[place]
        select $"{text[..place]}{symbol}{text[(place + 1)..]}";

    private static IEnumerable<string> Swaps(string text) =>
        from place in Enumerable.Range(0, text.Length - 1)
        where text[place] != text[place + 1]
        select $"{text[..place]}{text[place + 1]}{text[place]}{text[(place + 2)..]}";
}
