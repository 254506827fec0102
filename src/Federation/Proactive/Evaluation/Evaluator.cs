using System.Globalization;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Catalogue.Rules;

namespace CrossBorder.Federation.Proactive.Evaluation;

/// <summary>
/// Judges conditions by facts on one day, and nothing else: no clock, no look-up. In three values (Kleene): what was not looked at is neither so
/// nor not so.
/// </summary>
internal sealed class Evaluator(PersonFacts facts, DateOnly today)
{
    public Verdict Judge(Condition condition) => condition switch
    {
        AllOf all => Join([.. all.Parts.Select(Judge)], Truth.HoldsNot),
        AnyOf any => Join([.. any.Parts.Select(Judge)], Truth.Holds),
        Not not => Opposite(Judge(not.Part)),
        AgeIs age => Age(age),
        GenderIs gender => Verdict.Of(facts.Identity.Gender == gender.Gender, null, Claim("gender", facts.Identity.Gender)),
        JurisdictionIs place => Verdict.Of(facts.Identity.Jurisdiction == place.Code, null, Claim("jurisdiction", facts.Identity.Jurisdiction)),
        HasDocument document => Verdict.Of(facts.Identity.Documents.Contains(document.Type), null, Claim("document", document.Type)),
        LicenceCondition licence => Licence(licence),
        WasCompleted completed => Completed(completed),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.GetType().Name, "Every form of condition is judged here."),
    };

    /// <summary>
    /// One part that is <paramref name="decisive"/> decides; else one that is unknown leaves it unknown; else all are the opposite, and hold
    /// together as long as the first of them ends.
    /// </summary>
    private static Verdict Join(IReadOnlyList<Verdict> parts, Truth decisive)
    {
        var deciding = parts.Where(part => part.Truth == decisive).ToList();
        if (deciding.Count > 0)
        {
            var last = deciding.Exists(part => part.Until is null) ? null : deciding.Max(part => part.Until);
            return new(decisive, last, deciding.First(part => part.Until == last).Used);
        }

        return parts.Any(part => part.Truth == Truth.Unknown) ? Verdict.Unknown
            : new(decisive == Truth.Holds ? Truth.HoldsNot : Truth.Holds, parts.Min(part => part.Until), [.. parts.SelectMany(part => part.Used).Distinct()]);
    }

    private static Verdict Opposite(Verdict verdict) => verdict.Truth == Truth.Unknown ? verdict
        : verdict with { Truth = verdict.Truth == Truth.Holds ? Truth.HoldsNot : Truth.Holds };

    private Verdict Age(AgeIs age)
    {
        var born = facts.Identity.Birthdate;
        // The first day of the first year that counts, and the last day of the last one.
        return Within(age.From is { } from ? born.AddYears(from) : null, age.To is { } to ? born.AddYears(to + 1).AddDays(-1) : null, Claim("birthdate", Write(born)));
    }

    private Verdict Licence(LicenceCondition condition)
    {
        if (!facts.LookedUp.Contains(condition.Kind))
            return Verdict.Unknown;
        var held = facts.Licences.Where(licence => licence.Kind == condition.Kind).Select(licence => OneLicence(condition, licence)).ToList();
        // Of a licence that is not held nothing can be true, and nothing of it was used.
        return held.Count > 0 ? Join(held, Truth.Holds) : Verdict.Of(false, null);
    }

    private Verdict OneLicence(LicenceCondition condition, ElectronicLicence licence)
    {
        string? Value(string attribute) => licence.Attributes.GetValueOrDefault(attribute);
        UsedFact Fact(string? attribute, string? value) => new(FactKind.Licence, licence.Kind, attribute, value);

        return condition switch
        {
            HoldsLicence => Verdict.Of(true, null, Fact(null, null)),
            LicenceSays says when Value(says.Attribute) is { } value => Verdict.Of(
                says.Whole ? value == says.Text : value.StartsWith(says.Text, StringComparison.Ordinal), null, Fact(says.Attribute, value)),
            LicenceDay day when Read(Value(day.Attribute)) is { } date => Within(
                day.ToDays is { } to ? Shift(date, -to) : null, day.FromDays is { } from ? Shift(date, -from) : null, Fact(day.Attribute, Write(date))),
            // The licence does not say it, or not so that it can be read.
            _ => Verdict.Unknown,
        };
    }

    private Verdict Completed(WasCompleted condition) => Join(
        [.. facts.Completed.Where(done => condition.Items.Contains(done.Item)).Select(done => Within(
            condition.FromMonths is { } from ? done.On.AddMonths(from) : null, condition.ToMonths is { } to ? done.On.AddMonths(to) : null,
            new UsedFact(FactKind.Case, done.Item, null, Write(done.On))))],
        Truth.Holds);

    private Verdict Within(DateOnly? first, DateOnly? last, UsedFact used) =>
        today < first ? Verdict.Of(false, first.Value.AddDays(-1), used)
        : today > last ? Verdict.Of(false, null, used)
        : Verdict.Of(true, last, used);

    // Some licences write a day without end, such as 9999-12-31.
    private static DateOnly Shift(DateOnly date, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(date.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static UsedFact Claim(string name, string value) => new(FactKind.Claim, name, null, value);

    private static DateOnly? Read(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
