using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Versions;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>Whether a form still asks what it asked when it was opened: a version of the catalogue may have come while somebody filled it in.</summary>
internal sealed class OpenedForm(ICatalogueVersions versions)
{
    /// <param name="entry">As it is offered now.</param>
    /// <param name="version">The version that the form was opened under; null where it does not say.</param>
    public bool Asks(CatalogueEntry entry, string? version)
    {
        if (version is null || version == versions.Current.Version)
            return true;
        var before = versions.Published.FirstOrDefault(published => published.Version == version);
        return before is not null && before.Find(entry.Code).TryGetValue(out var was) && EntryTerms.Agree(was, entry);
    }
}
