using System.Net;
using CrossBorder.Federation.Tests.Applications;

namespace CrossBorder.Federation.Tests.Portal;

/// <summary>What anybody can look up, signed in or not.</summary>
public sealed class SearchPageTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    [Theory]
    [InlineData("zh-Hant", "您想辦理甚麼？", "廣東全省")]
    [InlineData("zh-Hans", "您想办什么事？", "广东全省")]
    [InlineData("en", "What would you like to do?", "All of Guangdong")]
    public async Task The_start_page_lists_services_in_the_readers_language(string language, string title, string region)
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync(language: language);

        var page = await visitor.SeeAsync("/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"<html lang=\"{language}\">", page.Html, StringComparison.Ordinal);
        Assert.Contains(title, page.Text, StringComparison.Ordinal);
        Assert.Contains(region, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_search_shows_the_best_first_and_keeps_what_was_typed()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync();

        var page = await visitor.SeeAsync("/?q=freelancer");

        var first = page.Html.IndexOf("/items/", StringComparison.Ordinal);
        Assert.Equal("/items/gd-si-002", page.Html[first..(first + "/items/gd-si-002".Length)]);
        Assert.Contains("value=\"freelancer\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Department of Human Resources and Social Security of Guangdong Province", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_one_another_and_the_search_stays()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync();

        var first = await visitor.SeeAsync("/");
        var second = await visitor.SeeAsync("/?q=&at=2");
        var beyond = await visitor.SeeAsync("/?at=999");

        Assert.Contains("rel=\"next\" href=\"/?q=&amp;at=2\"", first.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", first.Html, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\" href=\"/?q=&amp;at=1\"", second.Html, StringComparison.Ordinal);
        Assert.Contains("Page 1 of", beyond.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "licens", "Did you mean", "/?q=license")]
    [InlineData("zh-Hant", "養劳", "您是否想找", "/?q=%E9%A4%8A%E8%80%81%E4%BF%9D%E9%9A%AA")]
    [InlineData("zh-Hans", "養劳", "您要找的是不是", "/?q=%E9%A4%8A%E8%80%81%E4%BF%9D%E9%9A%AA")]
    public async Task What_may_have_been_meant_is_a_link_to_its_own_search(string language, string typed, string words, string link)
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync(language: language);

        var page = await visitor.SeeAsync("/?q=" + Uri.EscapeDataString(typed));

        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{link}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(words, (await visitor.SeeAsync("/?q=freelancer")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync();

        var page = await visitor.SeeAsync("/?q=<b>zzzzqqq");

        Assert.Contains("No service was found", page.Text, StringComparison.Ordinal);
        Assert.Contains("Show all services", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>zzzz", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_says_who_handles_it_what_it_takes_and_what_is_spared()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync();

        var item = await visitor.SeeAsync("/items/gd-si-001");
        var bundle = await visitor.SeeAsync("/items/newborn");
        var counter = await visitor.SeeAsync("/items/gd-ee-001");

        Assert.Contains("href=\"/apply/gd-si-001\"", item.Html, StringComparison.Ordinal);
        Assert.Contains("Nothing to hand in: proved when you sign in", item.Text, StringComparison.Ordinal);
        Assert.Contains("give a commitment instead, or hand it in later", item.Text, StringComparison.Ordinal);
        Assert.Equal(5, bundle.Html.Split("class=\"card\">\n        <h3>").Length - 1);
        Assert.DoesNotContain("href=\"/apply/", counter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_item_is_404_with_CB5003()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync();

        var page = await visitor.SeeAsync("/items/gd-xx-999");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("CB5003", page.Text, StringComparison.Ordinal);
    }
}
