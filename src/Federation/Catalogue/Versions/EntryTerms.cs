using System.Text;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>
/// What an item or bundle says, asks and promises, as whoever applies for it reads it: its materials and what they are committed to included,
/// and nothing of how it is found or offered. Two versions of the catalogue that agree on it are one to an application for it.
/// </summary>
internal static class EntryTerms
{
    /// <summary>One line for each thing, in a fixed order.</summary>
    public static IEnumerable<string> Of(CatalogueEntry entry) => OfBundle(entry.Bundle).Concat(
        from item in entry.Items
        from fact in EntryFacts.Of(item).Where(fact => fact.Key is not ("keywords" or "bundle") && !fact.Key.StartsWith("proactive ", StringComparison.Ordinal))
            .Concat(item.Documents.SelectMany(EntryFacts.Of).OrderBy(fact => fact.Key, StringComparer.Ordinal).ThenBy(fact => fact.Value, StringComparer.Ordinal))
            .Concat(EntryFacts.Of(item.Department).Select(fact => KeyValuePair.Create("department " + fact.Key, fact.Value)))
        select $"{item.Code} {fact.Key} {fact.Value}");

    /// <summary><c>sha256:</c> and hex, over the lines: the same on every node.</summary>
    public static string DigestOf(CatalogueEntry entry) => Digests.Sha256(Encoding.UTF8.GetBytes(string.Join('\n', Of(entry))));

    public static bool Agree(CatalogueEntry one, CatalogueEntry other) => Of(one).SequenceEqual(Of(other), StringComparer.Ordinal);

    private static IEnumerable<string> OfBundle(ServiceBundle? bundle)
    {
        if (bundle is null)
            return [];
        var codes = bundle.Items.Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
        return EntryFacts.Of(bundle).Select(fact => $"{bundle.Code} {fact.Key} {fact.Value}")
            .Concat(bundle.Items.Select(item => $"{bundle.Code} {item.Code} after {string.Join(' ', bundle.Order.Before(item.Code, codes))}"));
    }
}
