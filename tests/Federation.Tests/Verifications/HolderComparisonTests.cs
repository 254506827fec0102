using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Verifications;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Tests.Verifications;

public sealed class HolderComparisonTests
{
    private static readonly DateOnly Born = new(1992, 3, 8);
    private static readonly VerificationRequest Request = new(new IdentityDocument("home_return_permit", "H34567890"), "李嘉欣", Born);
    private static readonly DocumentHolder Lee = new("LEE Ka Yan", "李嘉欣", Born);

    [Fact]
    public void A_document_without_a_holder_does_not_match() => Assert.False(HolderComparison.Matches(Request, []));

    [Fact]
    public void Two_records_that_say_the_same_match() => Assert.True(HolderComparison.Matches(Request, [Lee, Lee]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_two_who_claim_one_document_nobody_is_chosen(bool first)
    {
        var other = new DocumentHolder("LI Jia Xin", "李嘉欣", Born.AddDays(1));
        Assert.False(HolderComparison.Matches(Request, first ? [Lee, other] : [other, Lee]));
    }

    [Fact]
    public void A_name_of_marks_alone_is_nobodys() =>
        Assert.False(HolderComparison.Matches(Request with { Name = "-" }, [new DocumentHolder("-", "", Born)]));

    [Fact]
    public void Nothing_of_a_person_stands_in_the_text_of_a_record() =>
        Assert.DoesNotContain("李", $"{Request} {Lee} {NameParts.Of(Request.Name)}", StringComparison.Ordinal);
}
