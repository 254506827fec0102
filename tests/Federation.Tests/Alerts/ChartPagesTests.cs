using System.Net;
using System.Xml.Linq;
using CrossBorder.Federation.ConsolePages.Charts;
using CrossBorder.Federation.Tests.Officers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Alerts;

/// <summary>The home page of the console: pictures that are read aloud and have their tables, for who may see them.</summary>
public sealed class ChartPagesTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    [Theory]
    [InlineData("SecurityOfficer", true, true)]
    [InlineData("Auditor", true, true)]
    [InlineData("Operator", true, false)]
    [InlineData("Reviewer", false, false)]
    public async Task Each_role_sees_the_charts_that_are_its_own(string role, bool verdicts, bool trust)
    {
        using var officer = await desk.EnterAsync(role);
        var (page, _) = await officer.GoAsync("/console");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(verdicts, page.Html.Contains("id=\"verdicts-title\"", StringComparison.Ordinal));
        Assert.Equal(trust, page.Html.Contains("id=\"trust-title\"", StringComparison.Ordinal));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Of_trust_nothing_is_read_for_who_may_not_see_it(bool trust)
    {
        await using var scope = desk.Services.CreateAsyncScope();

        var facts = await scope.ServiceProvider.GetRequiredService<Overview>().ReadAsync(trust, TestContext.Current.CancellationToken);

        Assert.Equal(trust, facts.Inventory.Count > 0);
        Assert.Equal(0, trust ? 0 : facts.Changes.Count + facts.Laggards);
    }

    [Fact]
    public async Task A_picture_is_well_formed_named_described_without_script_or_style_and_beside_a_table()
    {
        using var officer = await desk.EnterAsync("SecurityOfficer");
        var (page, _) = await officer.GoAsync("/console");
        var pictures = page.Html.Split("<svg ").Skip(1).Select(rest => XElement.Parse("<svg " + rest[..(rest.IndexOf("</svg>", StringComparison.Ordinal) + 6)])).ToList();
        Assert.True(pictures.Count >= 2);
        Assert.All(pictures, picture =>
        {
            XNamespace svg = "http://www.w3.org/2000/svg";
            Assert.Equal("img", picture.Attribute("role")!.Value);
            var ids = picture.Attribute("aria-labelledby")!.Value.Split(' ');
            Assert.Equal(ids, (string[])[picture.Element(svg + "title")!.Attribute("id")!.Value, picture.Element(svg + "desc")!.Attribute("id")!.Value]);
            Assert.DoesNotContain(picture.DescendantsAndSelf(), element => element.Name.LocalName is "script" or "style" || element.Attribute("style") is not null);
        });
        Assert.True(page.Html.Split("<table").Length - 1 >= pictures.Count);
    }
}
