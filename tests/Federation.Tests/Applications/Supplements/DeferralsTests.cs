using CrossBorder.Federation.Applications.Supplements;
using CsCheck;

namespace CrossBorder.Federation.Tests.Applications.Supplements;

/// <summary>One deferral by itself.</summary>
public sealed class DeferralsTests
{
    private static readonly DateOnly Due = new(2026, 3, 31);

    [Fact]
    public void It_reminds_seven_three_and_one_days_before_and_on_the_day_and_says_once_that_it_is_overdue()
    {
        var material = Deferred();

        var said = Enumerable.Range(-20, 40).Select(day => (Day: day, Said: material.Look(Due.AddDays(day)))).Where(look => look.Said is not null);

        Assert.Equal([(-7, 7), (-3, 3), (-1, 1), (0, 0), (1, Deferrals.Overdue)], said.Select(look => (look.Day, look.Said!.Value)));
        Assert.Null(material.LooksOn);
    }

    [Fact]
    public void Nothing_is_said_of_what_was_handed_in()
    {
        var material = Deferred();
        material.HandIn(DateTimeOffset.UnixEpoch);

        Assert.Null(material.Look(Due));
        Assert.Null(material.Look(Due.AddDays(1)));
        Assert.Null(material.LooksOn);
    }

    /// <summary>However rarely somebody looks: the words only ever get more urgent, and the last day that is named is always still to come.</summary>
    [Fact]
    public void Whoever_looks_on_any_days_hears_each_word_once_and_in_order() => Gen.Int[-30, 30].Array.Sample(days =>
    {
        var material = Deferred();
        var said = new List<int>();
        foreach (var day in days.Order())
        {
            if (material.Look(Due.AddDays(day)) is { } word)
                said.Add(word);
            if (material.LooksOn is { } next && next <= Due.AddDays(day))
                return false;
        }

        return said.SequenceEqual(said.Distinct().OrderDescending())
            && (days.Length == 0 || days.Max() <= 0 || said[^1] == Deferrals.Overdue);
    });

    private static DeferredMaterial Deferred() => new() { ApplicationId = "a", Slug = "photo", DueOn = Due };
}
