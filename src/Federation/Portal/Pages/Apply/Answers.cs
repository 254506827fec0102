using System.Security.Cryptography;
using CrossBorder.Federation.Applications.Submit;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>What the resident has answered so far: shown again as it was until the application is filed.</summary>
/// <param name="Key">Made when the form was first shown, and the same however often it is sent.</param>
internal sealed record Answers(
    string Key,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<KeptMaterial> Kept,
    IReadOnlySet<string> Committed,
    IReadOnlySet<string> Deferred,
    IReadOnlyDictionary<string, string> Shown)
{
    private const int KeyLength = 32;

    public static Answers None() => new(
        RandomNumberGenerator.GetHexString(KeyLength, lowercase: true), new Dictionary<string, string>(), [], new HashSet<string>(), new HashSet<string>(), new Dictionary<string, string>());

    /// <summary>Reads what this form asks and nothing else.</summary>
    public static Answers Read(IFormCollection posted, ApplicationForm form)
    {
        var slugs = form.Materials.Select(material => material.Slug).ToHashSet(StringComparer.Ordinal);
        return new(
            posted[Names.Key] is [{ Length: KeyLength } key] && key.All(char.IsAsciiHexDigit) ? key : None().Key,
            form.Asked.Where(field => posted.ContainsKey(Names.Field(field)))
                .ToDictionary(field => field.Name, field => posted[Names.Field(field)].ToString(), StringComparer.Ordinal),
            [.. form.Materials.SelectMany(material => posted[Names.Kept(material)].OfType<string>().Select(value => KeptMaterial.Parse(material.Slug, value)))],
            posted[Names.Commit].OfType<string>().Where(slugs.Contains).ToHashSet(StringComparer.Ordinal),
            posted[Names.Defer].OfType<string>().Where(slugs.Contains).ToHashSet(StringComparer.Ordinal),
            form.Materials.Where(material => posted.ContainsKey(Names.Shown(material)))
                .ToDictionary(material => material.Slug, material => posted[Names.Shown(material)].ToString(), StringComparer.Ordinal));
    }

    /// <param name="form">The form that was answered.</param>
    /// <param name="broken">
    /// Materials whose upload was refused. Nothing else is said for them, or the application would go out without the file
    /// that the resident meant to send.
    /// </param>
    public SubmitApplication Request(ApplicationForm form, IReadOnlySet<string> broken) => new(
        Key,
        ClientId: null,
        form.Entry.Item?.Code,
        form.Entry.Bundle?.Code,
        Values.Where(value => !string.IsNullOrWhiteSpace(value.Value)).ToDictionary(StringComparer.Ordinal),
        [.. Kept.Where(kept => !broken.Contains(kept.Slug)).Select(kept => new MaterialReference(kept.Slug, kept.Id))],
        [.. Committed.Except(broken)],
        [.. Deferred.Except(broken)])
    {
        // Agreeing counts for the words that were on the screen and for no others.
        Shown = Committed.Except(broken).ToDictionary(slug => slug, slug => Shown.GetValueOrDefault(slug, ""), StringComparer.Ordinal),
    };
}

/// <summary>An upload of an earlier try.</summary>
/// <param name="FileName">As the resident's device calls it: only ever shown back.</param>
internal sealed record KeptMaterial(string Slug, string Id, string FileName)
{
    private const int MaximumName = 100;

    public string Value => $"{Id} {FileName}";

    public static KeptMaterial Parse(string slug, string value)
    {
        var parts = value.Split(' ', 2);
        return new(slug, parts[0], Shorten(parts.ElementAtOrDefault(1) ?? ""));
    }

    public static string Shorten(string name) => name.Length <= MaximumName ? name : name[..MaximumName];
}
