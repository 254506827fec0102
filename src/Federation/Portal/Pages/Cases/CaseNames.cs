using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Language;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>Names for the codes that a case holds. A case outlives the catalogue: what is no longer in it shows as its code.</summary>
internal sealed class CaseNames(ICatalogue catalogue, PageLanguage language)
{
    public string Entry(string code) => catalogue.Find(code).TryGetValue(out var entry) ? language[entry.Name] : code;

    public string Department(string slug) => catalogue.TryGetDepartment(slug, out var department) ? language[department.Name] : slug;

    public string Happened(TimelineEntry line) => language.Format(
        ProgressText.Happened(line.Event), line.Event == CaseEvents.CounterOnly ? Entry(line.Reason ?? "") : Department(line.Hop));
}
