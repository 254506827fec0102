using CrossBorder.Federation.Catalogue;
using Xunit;

namespace CrossBorder.Federation.Tests.Catalogue;

public sealed class CatalogueSearchTests
{
    [Theory]
    [InlineData("灵活就业", "gd-si-002")]
    [InlineData("靈活就業", "gd-si-002")]
    [InlineData("freelancer", "gd-si-002")]
    [InlineData("港車北上", "drive-north")]
    [InlineData("港车北上", "drive-north")]
    [InlineData("northbound", "drive-north")]
    [InlineData("gd-si-005", "gd-si-005")]
    [InlineData("GD-SI-005", "gd-si-005")]
    [InlineData("social security card", "social-security-card")]
    [InlineData("居住證", "gd-ee-001")]
    public void The_thing_meant_is_among_the_first_in_any_script(string text, string code)
    {
        var found = Shipped.Catalogue.Search(new CatalogueQuery(text));

        Assert.Contains(code, found.Entries.Take(5).Select(entry => entry.Code));
    }

    // "xian" is one syllable or two: tried out one after the other, forty of them would never be through.
    [Fact(Timeout = 60_000)]
    public async Task A_question_that_could_be_read_in_a_trillion_ways_is_answered()
    {
        var stop = TestContext.Current.CancellationToken;
        foreach (var text in new[] { string.Concat(Enumerable.Repeat("xian", 40)) + "1", new string('x', 1_000_000) })
            Assert.NotNull(await Task.Run(() => Shipped.Catalogue.Search(new CatalogueQuery(text)), stop));
    }

    [Fact]
    public void Every_item_is_found_first_by_its_own_name()
    {
        foreach (var item in Shipped.Catalogue.Items)
        {
            foreach (var name in new[] { item.Name.Hant, item.Name.Hans, item.Name.En })
            {
                var found = Shipped.Catalogue.Search(new CatalogueQuery(name));
                Assert.Equal(name, found.Entries[0] switch
                {
                    var entry when entry.Name.Hant == name => entry.Name.Hant,
                    var entry when entry.Name.Hans == name => entry.Name.Hans,
                    var entry => entry.Name.En,
                });
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Without_words_everything_is_listed(string? text) =>
        Assert.Equal(121, Shipped.Catalogue.Search(new CatalogueQuery(text)).Total);

    [Fact]
    public void Words_of_something_else_find_nothing() =>
        Assert.Equal(0, Shipped.Catalogue.Search(new CatalogueQuery("zzzz qqqq")).Total);

    [Theory]
    [InlineData("licens", "license")]
    [InlineData("養劳", "養老保險")]
    [InlineData("結昏", "結婚證")]
    public void Where_little_is_found_what_may_have_been_meant_is_offered_and_finds_more(string text, string meant)
    {
        var found = Shipped.Catalogue.Search(new CatalogueQuery(text));

        Assert.Contains(meant, found.Suggestions);
        Assert.InRange(found.Suggestions.Count, 1, 3);
        Assert.All(found.Suggestions, suggestion => Assert.NotEmpty(Shipped.Catalogue.Search(new CatalogueQuery(suggestion)).Entries));
    }

    [Theory]
    [InlineData("居住證")]
    [InlineData("social security card")]
    [InlineData("zzzz qqqq")]
    [InlineData("gd-si-005")]
    [InlineData("")]
    public void Where_the_thing_is_found_or_nothing_is_near_nothing_is_offered(string text) =>
        Assert.Empty(Shipped.Catalogue.Search(new CatalogueQuery(text)).Suggestions);

    [Fact]
    public void Pages_follow_one_another_without_gap_or_repetition()
    {
        var pages = Enumerable.Range(1, 7).SelectMany(page => Shipped.Catalogue.Search(new CatalogueQuery(Page: page, PageSize: 20)).Entries).ToList();

        Assert.Equal(121, pages.Select(entry => entry.Code).Distinct().Count());
        Assert.Equal(121, pages.Count);
    }

    [Theory]
    [InlineData(0, -5)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Absurd_pages_are_answered(int page, int size)
    {
        var found = Shipped.Catalogue.Search(new CatalogueQuery(Page: page, PageSize: size));

        Assert.InRange(found.Entries.Count, 0, CatalogueQuery.MaximumPageSize);
    }

    [Fact]
    public void Audience_region_and_department_narrow_and_are_counted()
    {
        var found = Shipped.Catalogue.Search(new CatalogueQuery(Audience: "enterprise", Department: "fs-amr"));

        Assert.NotEmpty(found.Entries);
        Assert.All(found.Entries, entry => Assert.Contains(entry.Items, item => item.Audience == "enterprise"));
        Assert.Equal(found.Entries.Count(entry => entry.Department?.Slug == "fs-amr"), found.Facets.Department["fs-amr"]);
    }
}
