using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Catalogue.Rules;
using CrossBorder.Federation.Proactive.Evaluation;
using CsCheck;
using Verdicts = CrossBorder.Federation.Proactive.Evaluation.Truth;

namespace CrossBorder.Federation.Tests.Proactive;

/// <summary>What holds of a person on a day, for any rule and any person.</summary>
public sealed class EvaluatorTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly string[] Kinds = ["a", "b", "c"];

    private static readonly Gen<string> Kind = Among(Kinds);

    private static readonly Gen<DateOnly> Day = Gen.Int[-400, 400].Select(days => Today.AddDays(days));

    private static readonly Gen<Condition> Leaf = Gen.OneOf(
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 40], Gen.Int[0, 2], (from, more, ends) => (Condition)new AgeIs(ends == 1 ? null : from, ends == 2 ? null : from + more)),
        Among("M", "F").Select(gender => (Condition)new GenderIs(gender)),
        Kind.Select(kind => (Condition)new HoldsLicence(kind)),
        Gen.Select(Kind, Among("广州市", "深圳市"), (kind, city) => (Condition)new LicenceSays(kind, "address", city, false)),
        Gen.Select(Kind, Gen.Int[-200, 200], Gen.Int[0, 200], (kind, from, more) => (Condition)new LicenceDay(kind, "day", from, from + more)),
        Gen.Select(Among("x", "y"), Gen.Int[0, 12], Gen.Int[0, 12], (item, from, more) => (Condition)new WasCompleted([item], from, from + more)));

    private static readonly Gen<Condition> Conditions = Nested(3);

    private static readonly Gen<PersonFacts> People = Gen.Select(
        Gen.Int[1, 30_000], Among("M", "F"), Gen.Bool.Array[3],
        Gen.Select(Kind, Among("广州市越秀区", "深圳市", ""), Day, Licence).List[0, 4],
        Gen.Select(Among("x", "y"), Day, (item, on) => new CompletedItem(item, on)).List[0, 3],
        (age, gender, asked, licences, completed) => new PersonFacts(
            new(Today.AddDays(-age), gender, "HK", ["hkid"]), Kinds.Where((_, index) => asked[index]).ToHashSet(), licences, completed));

    [Fact]
    public void The_opposite_of_the_opposite_is_the_same() => Gen.Select(Conditions, People).Sample(
        (condition, person) => Truth(new Not(new Not(condition)), person) == Truth(condition, person), iter: 5_000);

    [Fact]
    public void Not_all_is_any_not() => Gen.Select(Conditions.List[1, 4], People).Sample(
        (parts, person) => Truth(new Not(new AllOf(parts)), person) == Truth(new AnyOf([.. parts.Select(part => new Not(part))]), person), iter: 5_000);

    [Fact]
    public void What_is_known_is_not_unsaid_by_looking_at_more() => Gen.Select(Conditions, People).Sample((condition, person) =>
        Truth(condition, person) is var before && (before == Verdicts.Unknown
            || before == Truth(condition, person with { LookedUp = Kinds.ToHashSet() })), iter: 5_000);

    [Fact]
    public void Who_was_looked_at_wholly_is_known_wholly() => Gen.Select(Conditions, People).Sample((condition, person) =>
        Truth(condition, person with { LookedUp = Kinds.ToHashSet(), Licences = [.. person.Licences.Where(licence => licence.Attributes.Count == 2)] })
            != Verdicts.Unknown, iter: 5_000);

    [Fact]
    public void It_stays_so_until_the_day_it_says() => Gen.Select(Conditions, People, Gen.Int[1, 800]).Sample((condition, person, later) =>
    {
        var now = new Evaluator(person, Today).Judge(condition);
        var day = Today.AddDays(later);
        return now.Truth == Verdicts.Unknown || now.Until < day || new Evaluator(person, day).Judge(condition).Truth == now.Truth;
    }, iter: 10_000);

    [Theory]
    [InlineData("1966-06-15", true)]
    [InlineData("1966-06-16", false)]
    public void Sixty_is_reached_on_the_birthday(string birthdate, bool holds)
    {
        var verdict = Judge(new AgeIs(60, null), birthdate);

        Assert.Equal(holds, verdict.Truth == Verdicts.Holds);
        Assert.Equal(holds ? null : Today, verdict.Until);
        Assert.Equal([new UsedFact(FactKind.Claim, "birthdate", null, birthdate)], verdict.Used);
    }

    [Fact]
    public void A_licence_without_end_does_not_run_out()
    {
        var person = Person() with { LookedUp = Kinds.ToHashSet(), Licences = [new("a", new Dictionary<string, string> { ["day"] = "9999-12-31" })] };

        Assert.Equal(Verdicts.HoldsNot, new Evaluator(person, Today).Judge(new LicenceDay("a", "day", -36_500, 90)).Truth);
    }

    [Fact]
    public void Of_what_cannot_be_read_nothing_is_said_not_even_the_opposite()
    {
        var person = Person() with { LookedUp = Kinds.ToHashSet(), Licences = [new("a", new Dictionary<string, string> { ["day"] = "soon" })] };

        Assert.Equal(Verdict.Unknown, new Evaluator(person, Today).Judge(new Not(new LicenceDay("a", "day", 0, 90))));
    }

    private static Verdict Judge(Condition condition, string birthdate) =>
        new Evaluator(Person(birthdate), Today).Judge(condition);

    private static PersonFacts Person(string birthdate = "1990-01-01") =>
        new(new(DateOnly.Parse(birthdate, System.Globalization.CultureInfo.InvariantCulture), "F", "HK", []), new HashSet<string>(), [], []);

    private static Truth Truth(Condition condition, PersonFacts person) => new Evaluator(person, Today).Judge(condition).Truth;

    private static ElectronicLicence Licence(string kind, string address, DateOnly day) => new(kind, address.Length == 0 ? new Dictionary<string, string>()
        : new() { ["address"] = address, ["day"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });

    private static Gen<string> Among(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<Condition> Nested(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (3, Leaf),
        (1, Nested(depth - 1).List[1, 3].Select(parts => (Condition)new AllOf(parts))),
        (1, Nested(depth - 1).List[1, 3].Select(parts => (Condition)new AnyOf(parts))),
        (1, Nested(depth - 1).Select(part => (Condition)new Not(part))));
}
