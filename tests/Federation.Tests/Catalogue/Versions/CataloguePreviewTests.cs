using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Tests.Applications;

namespace CrossBorder.Federation.Tests.Catalogue.Versions;

/// <summary>What is told of a version before it is published.</summary>
public sealed class CataloguePreviewTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Each_thing_that_changes_is_told_with_what_it_was_and_whom_it_touches(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false, without: "gd-ipa");
        await desk.BeginAsync();
        foreach (var request in new[] { Requests.Complete("gd-si-003", "one"), Requests.Complete("gd-si-003", "two"), Requests.Complete("work-in-gba", "three") })
            Assert.True((await desk.SubmitAsync(request)).Succeeded);
        var member = desk.Offered().Find("work-in-gba").Value.Bundle!.OnlineItems[0].Code;
        await desk.ImportAsync(Edited.Catalogue("2027-01", catalogue =>
        {
            catalogue.Remove("gd-si-003");
            catalogue.Rename(member, "A new name");
            var changed = catalogue.Item("gd-si-001");
            changed["documents"]!.AsArray().RemoveAt(0);
            changed["fields"]![0]!["required"] = false;
            changed["answerWithin"] = 2;
            changed["decideWithin"] = 7;
            changed["department"] = "gd-ipa";
            catalogue["materials"]!.AsArray().Single(material => (string?)material!["slug"] == "photo")!["deferDays"] = 20;
            var added = catalogue.Item("gd-si-002").DeepClone();
            added["code"] = "gd-si-900";
            catalogue["items"]!.AsArray().Add(added);
        }));

        var preview = (await desk.PreviewAsync("2027-01")).Value;

        Assert.Equal(Shipped.Catalogue.Version, preview.ComparedWith);
        Assert.Equal(PartChangeKind.Removed, Of(preview, "gd-si-003").Kind);
        Assert.Equal(PartChangeKind.Added, Of(preview, "gd-si-900").Kind);
        Assert.Equal(2, preview.Running["gd-si-003"]);
        Assert.Equal(1, preview.Running[member]);
        Assert.Contains(new FactChange("name en", desk.Offered().Find(member).Value.Name.En, "A new name"), Of(preview, member).Facts);
        Assert.Equal([new("deferDays", "10", "20")], Of(preview, "photo").Facts);
        var facts = Of(preview, "gd-si-001").Facts;
        Assert.Contains(new FactChange("terms", "-", "2/7"), facts);
        Assert.Contains(facts, fact => fact is { What: "document home-return-permit", After: null });
        Assert.Contains(facts, fact => fact.What == "field name_zh" && fact.After!.Contains("optional", StringComparison.Ordinal));
        Assert.Contains(new CatalogueConcern(CatalogueConcernKind.RemovedWithCases, "gd-si-003", "2"), preview.Concerns);
        Assert.Contains(new CatalogueConcern(CatalogueConcernKind.NoChannel, "gd-si-001", "gd-ipa"), preview.Concerns);
        Assert.NotEqual(preview.Before.Waived, preview.After.Waived);
        Assert.Equal(preview.Before.Documents + Documents(desk, "gd-si-002") - Documents(desk, "gd-si-003") - 1, preview.After.Documents);
    }

    [Fact]
    public async Task A_version_that_changes_nothing_says_so()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        await desk.BeginAsync();
        await desk.ImportAsync(Edited.Catalogue("2027-01"));

        var preview = (await desk.PreviewAsync("2027-01")).Value;

        Assert.Empty(preview.Changes);
        Assert.Empty(preview.Concerns);
        Assert.Equal(preview.Before, preview.After);
    }

    [Fact]
    public void Every_fact_that_can_differ_has_words_for_officers()
    {
        var facts = Shipped.Catalogue.Items.Select(EntryFacts.Of)
            .Concat(Shipped.Catalogue.Bundles.Select(EntryFacts.Of))
            .Concat(((ServiceCatalogue)Shipped.Catalogue).Materials.Select(EntryFacts.Of))
            .Concat(Shipped.Catalogue.Departments.Select(EntryFacts.Of)).SelectMany(all => all.Keys).Distinct().ToList();

        Assert.Contains("commitment en", facts);
        Assert.All(facts, fact => Assert.NotEmpty(VersionText.OfFact(fact).Label.Hant));
    }

    private static PartChange Of(CataloguePreview preview, string code) => Assert.Single(preview.Changes, change => change.Code == code);

    private static int Documents(ApplicationsDesk desk, string code) => desk.Offered().Find(code).Value.Item!.Documents.Count;
}
