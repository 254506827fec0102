using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Rules;
using CrossBorder.Federation.Proactive;
using CrossBorder.Federation.Proactive.Evaluation;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Tests.Catalogue;

namespace CrossBorder.Federation.Tests.Proactive;

/// <summary>The rules of the shipped catalogue, by the people whom they are made for.</summary>
public sealed class ShippedRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public void Each_rule_is_of_an_item_that_a_person_can_file_here()
    {
        var withRules = Shipped.Catalogue.Items.Where(item => item.Proactive.Count > 0).ToList();

        Assert.True(withRules.Count >= 15, $"Only {withRules.Count} items have rules.");
        Assert.Equal(withRules, RuleBook.Items(Shipped.Catalogue));
    }

    [Theory]
    [InlineData("1966-06-15", "广州市越秀区", true)]
    [InlineData("1966-06-16", "广州市越秀区", false)]
    [InlineData("1966-06-15", "深圳市福田区", false)]
    public void The_card_of_Guangzhou_is_for_who_is_60_and_lives_there(string birthdate, string address, bool offered) => Assert.Equal(
        offered, Found(Person(birthdate, licences: Of("residence-permit", ("address", address)))).Contains("gd-el-002"));

    [Theory]
    [InlineData("2026-06-14", false)]
    [InlineData("2026-06-15", true)]
    [InlineData("2026-09-13", true)]
    [InlineData("2026-09-14", false)]
    public void A_driving_licence_is_renewed_within_90_days_before_it_runs_out(string until, bool offered) => Assert.Equal(
        offered, Found(Person(licences: Of("mainland-driving-licence", ("valid_until", until)))).Contains("gd-tr-002"));

    [Fact]
    public void A_pension_that_was_awarded_brings_its_yearly_confirmation_and_the_housing_fund()
    {
        Assert.Equal(["gd-hf-004"], Found(Person(completed: new CompletedItem("gd-si-006", Today.AddMonths(-1)))));
        Assert.Equal(["gd-hf-004", "gd-si-007"], Found(Person(completed: new CompletedItem("gd-si-006", Today.AddMonths(-11)))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Licences_are_wanted_only_where_something_hangs_on_them()
    {
        var nothingKnown = new PersonFacts(IdentityFacts.Of(People.Applicant("r1").Identity), new HashSet<string>(), [], []);
        var young = Entitlements.Of(RuleBook.Items(Shipped.Catalogue), (_, _) => true, nothingKnown, Today);
        var oldCard = Entitlements.Of(Only("gd-el-002"), (_, _) => true, nothingKnown, Today);

        Assert.Contains("birth-medical-certificate", young.Needed);
        Assert.Empty(young.Found);
        Assert.Empty(oldCard.Needed);
        Assert.Empty(oldCard.Open);
    }

    private static IReadOnlyList<string> Found(PersonFacts person) =>
        [.. Entitlements.Of(RuleBook.Items(Shipped.Catalogue), (_, _) => true, person, Today).Found.Select(found => found.Item.Code)];

    private static IEnumerable<ServiceItem> Only(string code) => RuleBook.Items(Shipped.Catalogue).Where(item => item.Code == code);

    private static ElectronicLicence Of(string kind, params (string Name, string Value)[] attributes) =>
        new(kind, attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value));

    private static PersonFacts Person(string birthdate = "1990-01-01", ElectronicLicence? licences = null, CompletedItem? completed = null) => new(
        new(DateOnly.Parse(birthdate, System.Globalization.CultureInfo.InvariantCulture), "F", "HK", ["hkid", "home_return_permit"]),
        ProactiveRules.LicenceKindsOf(Shipped.Catalogue.Items).ToHashSet(), licences is null ? [] : [licences], completed is null ? [] : [completed]);
}
