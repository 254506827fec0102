using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Catalogue.Versions;

/// <summary>Steps about versions of the catalogue on a desk, where nothing looks by itself.</summary>
internal static class VersionsDesk
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task BeginAsync(this ApplicationsDesk desk) => desk.Services.GetRequiredService<CatalogueWatch>().BeginAsync(Stop);

    public static Task LookAsync(this ApplicationsDesk desk) => desk.Services.GetRequiredService<CatalogueWatch>().LookAsync(Stop);

    public static ServiceCatalogue Offered(this ApplicationsDesk desk) => desk.Services.GetRequiredService<ICatalogueVersions>().Current;

    public static Task<Outcome<CatalogueHead>> ImportAsync(this ApplicationsDesk desk, byte[] content, string officer = "operator") =>
        desk.UseAsync<OfficerCatalogue, Outcome<CatalogueHead>>(catalogue => catalogue.ImportAsync(content, officer, Stop));

    public static Task<Outcome<CatalogueHead>> PublishAsync(this ApplicationsDesk desk, string version, string officer = "officer-a") =>
        desk.UseAsync<OfficerCatalogue, Outcome<CatalogueHead>>(catalogue => catalogue.PublishAsync(version, officer, Stop));

    public static Task<Outcome<CatalogueHead>> WithdrawAsync(this ApplicationsDesk desk, string version) =>
        desk.UseAsync<OfficerCatalogue, Outcome<CatalogueHead>>(catalogue => catalogue.WithdrawAsync(version, "operator", Stop));

    public static Task<Outcome<CataloguePreview>> PreviewAsync(this ApplicationsDesk desk, string version) =>
        desk.UseAsync<PreviewCatalogue, Outcome<CataloguePreview>>(preview => preview.LookAsync(version, Stop));

    public static Task<IReadOnlyList<CatalogueHead>> HeadsAsync(this ApplicationsDesk desk) =>
        desk.UseAsync<ICatalogueVersionStore, IReadOnlyList<CatalogueHead>>(store => store.HeadsAsync(Stop));

    /// <summary>Imported, published, and taken over by this desk.</summary>
    public static async Task OfferAsync(this ApplicationsDesk desk, byte[] content)
    {
        var imported = await desk.ImportAsync(content);
        Assert.True((await desk.PublishAsync(imported.Value.Version)).Succeeded);
        await desk.LookAsync();
        Assert.Equal(imported.Value.Version, desk.Offered().Version);
    }
}
