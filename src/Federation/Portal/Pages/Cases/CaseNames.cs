using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Feedback;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Language;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>Names for the codes that a case holds. A case outlives the catalogue: what is no longer in it shows as its code.</summary>
internal sealed class CaseNames(ICatalogue catalogue, Hotline hotline, PageLanguage language)
{
    public string Entry(string code) => Hotline.NameOf(code) is { } name ? language[name]
        : catalogue.Find(code).TryGetValue(out var entry) ? language[entry.Name] : code;

    public string Department(string slug) => hotline.NameOfDepartment(slug) is { } name ? language[name]
        : catalogue.TryGetDepartment(slug, out var department) ? language[department.Name] : slug;

    /// <summary>What a department wrote to the resident; the reasons of other lines are numbers and codes.</summary>
    public static string? Words(TimelineEntry line) =>
        line.Event is CaseEvents.ActionNeeded or CaseEvents.Forwarded or CaseEvents.Rejected or CaseEvents.Completed ? line.Reason : null;

    public string Happened(TimelineEntry line) => line.ForwardedTo is { } to
        ? language.Format(ProgressText.ForwardedTo, Department(line.Hop), Department(to))
        : language.Format(ProgressText.Happened(line.Event), line.Event == CaseEvents.CounterOnly ? Entry(line.Reason ?? "") : Department(line.Hop));
}
