using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Supplements;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Language;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>Materials that residents left for later and have not handed in. No applicant: an operator needs none.</summary>
internal sealed record OverdueMaterials(IReadOnlyList<OverdueMaterial> Materials, IReadOnlyList<RequiredDocument> Known, DateOnly Today)
{
    /// <summary>How many are shown.</summary>
    public const int Most = 50;

    /// <summary>The name of today's catalogue; the slug where it has it no more.</summary>
    public string NameOf(OverdueMaterial material, PageLanguage language) =>
        Known.FirstOrDefault(known => known.Slug == material.Slug) is { } known ? language[known.Name] : material.Slug;
}

/// <summary>Asks for them.</summary>
internal sealed class OverdueMaterialsView(ISupplements supplements, ICatalogue catalogue, TimeProvider clock)
{
    public async Task<OverdueMaterials> ReadAsync(CancellationToken cancellationToken)
    {
        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        return new(await supplements.OverdueAsync(today, OverdueMaterials.Most, cancellationToken), catalogue.Materials, today);
    }
}
