using CrossBorder.Federation.Catalogue;
using Xunit;

namespace CrossBorder.Federation.Tests.Catalogue.Search;

public sealed class HitRateTests
{
    private const double First = 0.95, AmongThree = 0.99;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_right_item_is_first_and_among_the_first_three_as_often_as_promised(bool heldOut)
    {
        var asked = SearchQuery.All.Where(query => query.IsHeldOut == heldOut).ToList();
        var ranks = asked.ConvertAll(Rank);

        var first = ranks.Count(rank => rank == 0) / (double)asked.Count;
        var three = ranks.Count(rank => rank is >= 0 and < 3) / (double)asked.Count;

        TestContext.Current.SendDiagnosticMessage("{0} of {1} queries: first {2:P1}, among three {3:P1}", heldOut ? "held out" : "tuning", asked.Count, first, three);
        Assert.True(first >= First && three >= AmongThree, $"first {first:P1}, among three {three:P1}");
    }

    [Fact]
    public void The_queries_cover_every_item_and_bundle_and_every_kind()
    {
        var named = SearchQuery.All.SelectMany(query => query.Right).ToHashSet(StringComparer.Ordinal);
        var all = Shipped.Catalogue.Items.Select(item => item.Code).Concat(Shipped.Catalogue.Bundles.Select(bundle => bundle.Code));

        Assert.True(SearchQuery.All.Count >= 400);
        Assert.Equal(all.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.Equal(SearchQuery.All.Count, SearchQuery.All.Select(query => query.Text).Distinct().Count());
        Assert.Equal(["dept", "en", "hans", "hant", "life", "pinyin", "question", "typo", "yue"], SearchQuery.All.Select(query => query.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    // More than one answer is right only where the words leave it open.
    [Fact]
    public void Most_queries_have_one_right_answer() =>
        Assert.True(SearchQuery.All.Count(query => query.Right.Count > 1) <= SearchQuery.All.Count / 5);

    private static int Rank(SearchQuery query) =>
        Shipped.Catalogue.Search(new CatalogueQuery(query.Text, PageSize: 3)).Entries.Select(entry => entry.Code).ToList()
            .FindIndex(code => query.Right.Contains(code));
}
