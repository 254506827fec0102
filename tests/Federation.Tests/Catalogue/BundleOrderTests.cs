using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Catalogue;
using Xunit;

namespace CrossBorder.Federation.Tests.Catalogue;

public sealed class BundleOrderTests
{
    [Theory]
    [InlineData("enterprise-startup", "gd-tx-008", "gd-cr-001")]
    [InlineData("enterprise-startup", "gd-cr-001", "gd-cr-002")]
    [InlineData("enterprise-closing", "gd-cr-007", "gd-tx-009")]
    [InlineData("social-security-card", "gd-si-011", "gd-si-010")]
    [InlineData("home-purchase", "gd-ut-002", "gd-re-002")]
    [InlineData("newborn", "gd-mi-006", "")]
    public void A_bundle_says_what_waits_for_what_and_else_everything_goes_at_once(string bundle, string item, string before)
    {
        var entry = Shipped.Catalogue.Find(bundle).Value.Bundle!;
        var filed = entry.Items.Select(part => part.Code).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(before.Split(' ', StringSplitOptions.RemoveEmptyEntries), entry.Order.Before(item, filed));
    }

    [Fact]
    public void A_part_that_is_done_at_a_counter_hands_on_what_comes_before_it()
    {
        var order = BundleOrder.Read(
            new Dictionary<string, IReadOnlyList<string>?> { ["c"] = ["b"], ["b"] = ["a"] }, ["a", "b", "c"], Assert.Fail);

        Assert.Equal(["b"], order.Before("c", new HashSet<string> { "a", "b", "c" }));
        Assert.Equal(["a"], order.Before("c", new HashSet<string> { "a", "c" }));
        Assert.Empty(order.Before("c", new HashSet<string> { "c" }));
    }

    [Theory]
    [InlineData("""{"gd-si-001":["gd-si-010"]}""", "gd-si-001")]
    [InlineData("""{"gd-si-011":["gd-xx-999"]}""", "gd-xx-999")]
    [InlineData("""{"gd-si-011":[]}""", "gd-si-011")]
    [InlineData("""{"gd-si-011":null}""", "gd-si-011")]
    [InlineData("""{"gd-si-011":["gd-si-010","gd-si-010"]}""", "gd-si-011")]
    [InlineData("""{"gd-si-011":["gd-si-011"]}""", "wait for itself")]
    [InlineData("""{"gd-si-011":["gd-si-010"],"gd-si-010":["gd-mi-003"],"gd-mi-003":["gd-si-011"]}""", "wait for itself")]
    public void An_order_that_cannot_be_kept_is_refused_with_CB1003_that_names_it(string after, string named)
    {
        var catalogue = JsonNode.Parse(Shipped.Text())!;
        var bundle = catalogue["bundles"]!.AsArray().First(part => part!["slug"]!.GetValue<string>() == "social-security-card")!;
        bundle["after"] = JsonNode.Parse(after);

        var read = CatalogueReader.Read(Encoding.UTF8.GetBytes(catalogue.ToJsonString()));

        Assert.All(read.Errors, error => Assert.Equal("CB1003", error.Code));
        Assert.Contains(read.Errors, error => error.Detail.Contains("social-security-card", StringComparison.Ordinal)
            && error.Detail.Contains(named, StringComparison.Ordinal));
    }
}
