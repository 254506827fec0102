using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Feedback;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Portal.Language;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>Names for the codes that a case holds: those of the catalogue that it was filed under, whatever is offered now.</summary>
internal sealed class CaseNames(ICatalogueVersions catalogues, Hotline hotline, PageLanguage language)
{
    private ServiceCatalogue catalogue = catalogues.Current;

    /// <summary>The names as that case knows them.</summary>
    public CaseNames Of(CaseView view) => new(catalogues, hotline, language) { catalogue = catalogues.Of(view.CatalogueVersion) };

    public string Entry(string code) => Hotline.NameOf(code) is { } name ? language[name]
        : catalogue.Find(code).TryGetValue(out var entry) ? language[entry.Name] : code;

    public string Department(string slug) => hotline.NameOfDepartment(slug) is { } name ? language[name]
        : catalogue.TryGetDepartment(slug, out var department) ? language[department.Name] : slug;

    public string Document(string slug) =>
        catalogue.Items.SelectMany(item => item.Documents).FirstOrDefault(document => document.Slug == slug) is { } document ? language[document.Name] : slug;

    /// <summary>What a department wrote to the resident; the reasons of other lines are numbers and codes.</summary>
    public static string? Words(TimelineEntry line) =>
        line.Event is CaseEvents.ActionNeeded or CaseEvents.Forwarded or CaseEvents.Rejected or CaseEvents.Completed ? line.Reason : null;

    /// <summary>By when a department must decide, and whether it is late; null where there is nothing to wait for.</summary>
    public (string Words, bool Late)? Deadline(ClockView? clock, DateOnly today)
    {
        if (clock is null or { State: ClockState.Ended })
            return null;
        if (clock.State == ClockState.Stopped)
            return (language[CaseText.ClockStopped], false);
        var late = clock.DecideBy < today;
        return (language.Format(late ? CaseText.DecideByPassed : CaseText.DecideBy, PageTime.ShowDate(clock.DecideBy, language.Tag)), late);
    }

    public string Happened(TimelineEntry line) => OfMaterials(line) ?? (line.ForwardedTo is { } to
        ? language.Format(ProgressText.ForwardedTo, Department(line.Hop), Department(to))
        : line is { Event: CaseEvents.Waits or CaseEvents.NotSent, Reason: { } before }
        ? language.Format(line.Event == CaseEvents.Waits ? ProgressText.Waits : ProgressText.NotSent, Entry(before), Department(line.Hop))
        : language.Format(ProgressText.Happened(line.Event), line.Event == CaseEvents.CounterOnly ? Entry(line.Reason ?? "") : Department(line.Hop)));

    /// <summary>What is told of documents, by their names; null where the line is about something else.</summary>
    private string? OfMaterials(TimelineEntry line)
    {
        if (line is { Event: CaseEvents.Supplemented, Reason: { } slugs })
            return language.Format(HandInText.Sent, string.Join(language.Tag == Languages.English ? ", " : "、", slugs.Split(' ').Select(Document)));
        if (line is not { Event: CaseEvents.DeferralReminder or CaseEvents.DeferralOverdue, Reason: { } reason } || reason.Split(' ') is not [var slug, var due])
            return null;
        return language.Format(
            line.Event == CaseEvents.DeferralOverdue ? HandInText.Overdue : HandInText.Reminded, Document(slug), PageTime.ShowDate(due, language.Tag));
    }
}
