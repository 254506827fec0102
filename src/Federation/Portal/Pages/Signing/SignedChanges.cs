using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Language;

namespace CrossBorder.Federation.Portal.Pages.Signing;

/// <summary>
/// What a resident who signs once more would otherwise have to find by reading both documents: each answer, material and commitment that is not as
/// it was, and whether the service itself says something else now.
/// </summary>
internal static class SignedChanges
{
    /// <param name="before">What was signed, or shown to be signed, before.</param>
    /// <param name="was">The catalogue of that time: by it the codes have names that may be gone.</param>
    /// <param name="now">What is to be signed now.</param>
    /// <param name="inForce">The catalogue of now.</param>
    /// <param name="language">Of the sentences.</param>
    public static IReadOnlyList<string> Between(
        ApplicationSigning before, ICatalogue was, ApplicationSigning now, ICatalogue inForce, PageLanguage language)
    {
        var (old, current) = (SignedContents.Read(before, was, language), SignedContents.Read(now, inForce, language));
        var changes = current.Parts.SelectMany(part => OfPart(old.Parts.FirstOrDefault(other => other.Code == part.Code), part, language))
            .Concat(old.Parts.Where(part => current.Parts.All(other => other.Code != part.Code)).Select(part => language.Format(SigningText.ChangedGone, part.Name)))
            .Distinct(StringComparer.Ordinal).ToList();
        if (old.Terms != current.Terms)
            changes.Add(language.Format(SigningText.ChangedTerms, current.Title));
        return changes;
    }

    private static IEnumerable<string> OfPart(SignedPart? before, SignedPart now, PageLanguage language)
    {
        if (before is null)
            return [language.Format(SigningText.ChangedNew, now.Name, now.Department)];
        return OfLines(before.Fields, now.Fields, language).Concat(OfLines(before.Materials, now.Materials, language));
    }

    private static IEnumerable<string> OfLines(IReadOnlyList<SignedLine> before, IReadOnlyList<SignedLine> now, PageLanguage language)
    {
        foreach (var line in now)
        {
            if (before.FirstOrDefault(other => other.Key == line.Key) is not { } was)
                yield return language.Format(SigningText.ChangedNew, line.Label, line.Value);
            else if (was.Value != line.Value)
                yield return language.Format(SigningText.ChangedFrom, line.Label, was.Value, line.Value);
            else if (was.Commitment != line.Commitment)
                yield return language.Format(SigningText.ChangedWords, line.Label);
        }

        foreach (var gone in before.Where(line => now.All(other => other.Key != line.Key)))
            yield return language.Format(SigningText.ChangedGone, gone.Label);
    }
}
