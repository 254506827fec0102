using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Submit;

namespace CrossBorder.Federation.Applications.Supplements;

/// <summary>How a deferral runs: its last day, and what is told on the way there.</summary>
internal static class Deferrals
{
    public const int Overdue = -1;

    /// <summary>Days before the last one on which the resident is reminded.</summary>
    private static readonly int[] Reminders = [7, 3, 1, 0];

    /// <summary>
    /// The deferrals of a case that is filed on that day. The catalogue's days are working days of the department; where several wait for one
    /// material, the earliest day holds.
    /// </summary>
    public static IEnumerable<DeferredMaterial> Of(VerifiedApplication verified, string applicationId, DateOnly today, StatutoryTerms terms) =>
        from part in verified.Parts
        from material in part.Materials
        where material.How == Settlement.Deferred
        let days = part.Item.Documents.First(document => document.Slug == material.Slug).DeferDays!.Value
        group terms.CalendarOf(part.Item.Department.Slug).AddWorkingDays(today, days) by material.Slug into due
        select Started(new DeferredMaterial { ApplicationId = applicationId, Slug = due.Key, DueOn = due.Min() }, today);

    /// <summary>What is to be told on this day: days before the end, <see cref="Overdue"/> after it, null where nothing is. Each is told once.</summary>
    public static int? Look(this DeferredMaterial material, DateOnly today)
    {
        if (material.HandedInAt is not null)
        {
            material.LooksOn = null;
            return null;
        }

        // Where nobody looked for some days the last word counts, not one after another.
        var due = Due(material, today);
        var news = due is { } warning && (material.Warned is not { } told || warning < told) ? due : null;
        material.Warned = news ?? material.Warned;
        material.LooksOn = Next(material);
        return news;
    }

    public static void HandIn(this DeferredMaterial material, DateTimeOffset at)
    {
        material.HandedInAt = at;
        material.LooksOn = null;
    }

    private static DeferredMaterial Started(DeferredMaterial material, DateOnly today)
    {
        // A short term begins within the first warning: on the day of filing that is no news.
        material.Warned = Due(material, today);
        material.LooksOn = Next(material);
        return material;
    }

    private static int? Due(DeferredMaterial material, DateOnly today)
    {
        var left = material.DueOn.DayNumber - today.DayNumber;
        if (left < 0)
            return Overdue;
        return Reminders.Where(days => left <= days).Select(days => (int?)days).LastOrDefault();
    }

    private static DateOnly? Next(DeferredMaterial material)
    {
        if (material.Warned == Overdue)
            return null;
        var next = Reminders.Where(days => material.Warned is not { } told || days < told).Select(days => (int?)days).FirstOrDefault() ?? Overdue;
        return material.DueOn.AddDays(-next);
    }
}
