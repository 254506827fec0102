using CrossBorder.Federation.Applications.Clock;

namespace CrossBorder.Federation.Delegation;

/// <summary>What the agent is to the principal, and what that allows.</summary>
/// <param name="Name">As tokens and envelopes say it.</param>
/// <param name="LongestDays">The longest time that may be given.</param>
/// <param name="Audience">Whose items of the catalogue it covers.</param>
/// <param name="IsOfChild">The principal is a child, and the relation has to be proved.</param>
internal sealed record MandateRelation(string Name, int LongestDays, string Audience, bool IsOfChild = false)
{
    /// <summary>Of age on both sides: Civil Code article 17; Age of Majority (Related Provisions) Ordinance, Cap. 410.</summary>
    public const int OfAge = 18;

    private const string Person = "person";

    public static MandateRelation Parent { get; } = new("parent", 365, Person, IsOfChild: true);

    public static MandateRelation Family { get; } = new("family", 365, Person);

    /// <summary>The principal is an enterprise, and its legal representative gives it.</summary>
    public static MandateRelation Staff { get; } = new("staff", 365, "enterprise");

    /// <summary>A clerk who helps and hands in (幫辦代辦): for one errand, not for a year.</summary>
    public static MandateRelation Assistant { get; } = new("assistant", 31, Person);

    public static IReadOnlyList<MandateRelation> All { get; } = [Parent, Family, Staff, Assistant];

    public static MandateRelation? Find(string? name) => All.FirstOrDefault(relation => relation.Name == name);

    public bool IsOfEnterprise => Audience != Person;

    /// <summary>Who may be represented so: a child by a parent, everybody else by the others.</summary>
    public bool FitsPrincipal(DateOnly birthdate, DateOnly today) => IsOfChild == !IsOfAge(birthdate, today);

    /// <summary>When a mandate of so many days ends: that of a child with its 18th birthday at the latest, for from then on it speaks for itself.</summary>
    public DateTimeOffset EndOf(DateOnly birthdate, DateTimeOffset now, int days)
    {
        var end = now.AddDays(days);
        return IsOfChild && WorkingCalendar.StartOf(birthdate.AddYears(OfAge)) is var grown && grown < end ? grown : end;
    }

    public static bool IsOfAge(DateOnly birthdate, DateOnly today) => birthdate.AddYears(OfAge) <= today;
}
