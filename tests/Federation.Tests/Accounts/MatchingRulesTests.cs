using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Accounts;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Tests.Accounts;

public sealed class MatchingRulesTests
{
    private static readonly IdentityDocument Permit = new("home_return_permit", "H12345678");
    private static readonly PersonName Name = new("CHAN", "Tai Man", "陳大文", "陈大文");
    private static readonly DateOnly Born = new(1990, 1, 1);
    private static readonly DirectoryAccount Same = new("GD1", Permit.Type, Permit.Number, "CHAN Tai Man", "陈大文", Born);

    [Fact]
    public void No_account_is_none() => Assert.Equal(MatchKind.None, Decide().Kind);

    [Fact]
    public void One_equal_account_matches()
    {
        var match = Decide(Same);

        Assert.Equal(MatchKind.One, match.Kind);
        Assert.Equal("GD1", match.Account!.AccountId);
        Assert.Equal(["birthdate", "document", "han_name", "latin_name"], match.Compared.Keys.Order());
    }

    [Fact]
    public void Two_accounts_are_never_decided_by_rule() =>
        Assert.Equal(MatchKind.Several, Decide(Same, Same with { AccountId = "GD2" }).Kind);

    [Fact]
    public void Another_birth_date_is_a_mismatch()
    {
        var match = Decide(Same with { Birthdate = Born.AddDays(1) });

        Assert.Equal(MatchKind.Mismatch, match.Kind);
        Assert.Null(match.Account);
        Assert.False(match.Compared["birthdate"]);
    }

    [Fact]
    public void Another_name_is_a_mismatch() =>
        Assert.Equal(MatchKind.Mismatch, Decide(Same with { LatinName = "WONG Tai Man" }).Kind);

    [Fact]
    public void Another_chinese_name_is_a_mismatch() =>
        Assert.Equal(MatchKind.Mismatch, Decide(Same with { HanName = "陈小文" }).Kind);

    [Fact]
    public void A_person_without_a_chinese_name_matches_by_the_latin_one() =>
        Assert.False(Decide(Same with { HanName = null }).Compared.ContainsKey("han_name"));

    private static MatchResult Decide(params DirectoryAccount[] accounts) =>
        MatchingRules.Decide(Name, Born, Permit, accounts);
}
