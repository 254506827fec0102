using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Proactive.Evaluation;

namespace CrossBorder.Federation.Portal.Pages.Offers;

/// <summary>How a fact that an offer rests on is read out.</summary>
internal sealed class FactWords(ICatalogue catalogue, PageLanguage language)
{
    public string Of(UsedFact fact) => fact.Kind switch
    {
        FactKind.Claim => Claim(fact),
        FactKind.Licence => fact.Value is { } value ? language.Format(OffersText.LicenceSays, Licence(fact.Source), PageTime.ShowDate(value, language.Tag))
            : language.Format(OffersText.Holds, Licence(fact.Source)),
        _ => language.Format(OffersText.Completed, catalogue.TryGetItem(fact.Source, out var item) ? language[item.Name] : fact.Source, PageTime.ShowDate(fact.Value!, language.Tag)),
    };

    private string Claim(UsedFact fact) => fact.Source switch
    {
        "birthdate" => language.Format(OffersText.Birthdate, PageTime.ShowDate(fact.Value!, language.Tag)),
        "gender" => language[fact.Value == "F" ? OffersText.Female : OffersText.Male],
        "jurisdiction" => language.Format(OffersText.Jurisdiction, fact.Value),
        _ => language.Format(OffersText.Document, language[OffersText.NameOf(fact.Value!)]),
    };

    private string Licence(string kind) => catalogue.Materials.FirstOrDefault(material => material.Slug == kind) is { } known ? language[known.Name] : kind;
}
