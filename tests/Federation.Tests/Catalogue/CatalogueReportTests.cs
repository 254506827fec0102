using System.Text.Json;
using CrossBorder.Federation.Catalogue;
using Xunit;

namespace CrossBorder.Federation.Tests.Catalogue;

public sealed class CatalogueReportTests
{
    // Stated in docs/operations.md: who changes the catalogue changes the figures there too.
    [Fact]
    public void The_shares_of_the_shipped_catalogue_are_those_that_the_manual_states()
    {
        var whole = CatalogueShares.Sum([.. Shipped.Catalogue.Items.Select(CatalogueShares.Of)]);

        Assert.Equal(new CatalogueShares(null, Fields: 609, Claims: 315, Licences: 141, Documents: 314, Identity: 109, Licensed: 83, Committed: 50, Deferrable: 50, Uploads: 22), whole);
        Assert.Equal(0.749, whole.Filled, 3);
        Assert.Equal(0.771, whole.Waived, 3);
    }

    [Fact]
    public void Every_material_is_counted_once() =>
        Assert.All(Shipped.Catalogue.Items.Select(CatalogueShares.Of), shares =>
            Assert.Equal(shares.Documents, shares.Identity + shares.Licensed + shares.Committed + shares.Deferrable + shares.Uploads));

    [Fact]
    public void What_asks_for_nothing_spares_everything() =>
        Assert.Equal((1, 1), (CatalogueShares.Sum([]).Filled, CatalogueShares.Sum([]).Waived));

    [Fact]
    public async Task The_report_names_every_item_and_the_whole()
    {
        using var output = new StringWriter();

        Assert.Equal(0, await CatalogueCommand.ReportAsync(null, json: false, output, TextWriter.Null));

        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Shipped.Catalogue.Items.Count + 2, lines.Length);
        Assert.StartsWith("all", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_there_for_scripts()
    {
        using var output = new StringWriter();

        await CatalogueCommand.ReportAsync(null, json: true, output, TextWriter.Null);

        using var report = JsonDocument.Parse(output.ToString());
        Assert.Equal(609, report.RootElement.GetProperty("whole").GetProperty("fields").GetInt32());
        Assert.Equal(108, report.RootElement.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_catalogue_that_is_not_there_is_refused_with_CB1003()
    {
        using var errors = new StringWriter();

        Assert.Equal(1, await CatalogueCommand.ReportAsync("no-such-file.json", json: false, TextWriter.Null, errors));
        Assert.Contains("CB1003", errors.ToString(), StringComparison.Ordinal);
    }
}
