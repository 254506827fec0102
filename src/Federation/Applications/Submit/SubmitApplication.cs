using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>What somebody asks for. Exactly one of <paramref name="Item"/> and <paramref name="Bundle"/>.</summary>
/// <param name="IdempotencyKey">Names the attempt; the same one again is the same application.</param>
/// <param name="ClientId">The client that asks; null for the hub's own portal.</param>
internal sealed record SubmitApplication(
    string IdempotencyKey,
    string? ClientId,
    string? Item,
    string? Bundle,
    IReadOnlyDictionary<string, string> Form,
    IReadOnlyList<MaterialReference> Materials,
    IReadOnlyList<string> Commitments,
    IReadOnlyList<string> Deferred)
{
    /// <summary>Digests of the texts that the resident saw, by slug of <see cref="Commitments"/>; empty where the client names none.</summary>
    public IReadOnlyDictionary<string, string> Shown { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Reference of the signing that stands for it; null where there is none.</summary>
    public string? Signing { get; init; }

    /// <summary>All that was asked, in one fixed order: two requests with equal text ask for the same.</summary>
    [JsonIgnore]
    public string CanonicalText => ApplicationJson.Write(new
    {
        Item,
        Bundle,
        Form = new SortedDictionary<string, string>(Form.ToDictionary(), StringComparer.Ordinal),
        Materials = Materials.OrderBy(material => material.Slug, StringComparer.Ordinal).ThenBy(material => material.Id, StringComparer.Ordinal),
        Commitments = Commitments.Order(StringComparer.Ordinal),
        Deferred = Deferred.Order(StringComparer.Ordinal),
        Shown = Shown.Count == 0 ? null : new SortedDictionary<string, string>(Shown.ToDictionary(), StringComparer.Ordinal),
        Signing,
    });
}

internal sealed record MaterialReference(string Slug, string Id);
