using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Hosting;
using Xunit;

namespace CrossBorder.Federation.Tests.Catalogue;

public sealed class CatalogueReaderTests
{
    [Fact]
    public void The_shipped_catalogue_holds_all_items_bundles_and_departments()
    {
        Assert.Equal(108, Shipped.Catalogue.Items.Count);
        Assert.Equal(13, Shipped.Catalogue.Bundles.Count);
        Assert.Equal(40, Shipped.Catalogue.Departments.Count);
        Assert.Equal(4, Shipped.Catalogue.Items.Count(item => !item.Online));
    }

    [Fact]
    public void Every_select_has_options_and_every_other_field_has_none()
    {
        Assert.All(Shipped.Catalogue.Items.SelectMany(item => item.Fields), field =>
            Assert.Equal(field.Type == FieldType.Select, field.Options.Count > 0));
    }

    [Theory]
    [InlineData("department", "\"nowhere\"")]
    [InlineData("requiredLoa", "\"highest\"")]
    [InlineData("audience", "\"everyone\"")]
    [InlineData("bundle", "\"no-such-bundle\"")]
    [InlineData("documents", "[\"no-such-material\"]")]
    [InlineData("online", "null")]
    public void A_wrong_item_is_refused_with_CB1003_that_names_it(string part, string value)
    {
        var catalogue = JsonNode.Parse(Shipped.Text())!;
        catalogue["items"]![0]![part] = JsonNode.Parse(value);

        var read = Read(catalogue);

        Assert.All(read.Errors, error => Assert.Equal("CB1003", error.Code));
        Assert.Contains(read.Errors, error => error.Detail.Contains("gd-si-001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("type", "\"colour\"")]
    [InlineData("type", "\"select\"")]
    [InlineData("required", "null")]
    [InlineData("prefill", "\"blood_type\"")]
    [InlineData("prefill", "\"elicence:no-such-licence.number\"")]
    public void A_wrong_field_is_refused_with_CB1003_that_names_item_and_field(string part, string value)
    {
        var catalogue = JsonNode.Parse(Shipped.Text())!;
        catalogue["items"]![0]!["fields"]![0]![part] = JsonNode.Parse(value);

        var read = Read(catalogue);

        Assert.Contains(read.Errors, error => error.Code == "CB1003" && error.Detail.Contains("gd-si-001, field 'name_zh'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("address-proof", "commitment", "null")]
    [InlineData("address-proof", "commitment", """{"en":"I declare it."}""")]
    [InlineData("photo", "commitment", """{"zh-Hant":"本人承諾","zh-Hans":"本人承诺","en":"I declare it."}""")]
    [InlineData("photo", "deferDays", "null")]
    [InlineData("photo", "deferDays", "0")]
    [InlineData("photo", "deferDays", "366")]
    [InlineData("translation", "deferrable", "false")]
    public void A_material_whose_way_of_being_spared_is_half_told_is_refused_with_CB1003(string slug, string part, string value)
    {
        var catalogue = JsonNode.Parse(Shipped.Text())!;
        catalogue["materials"]!.AsArray().Single(material => (string?)material!["slug"] == slug)![part] = JsonNode.Parse(value);

        var error = Assert.Single(Read(catalogue).Errors);

        Assert.Equal("CB1003", error.Code);
        Assert.Contains(slug, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var catalogue = JsonNode.Parse(Shipped.Text())!;
        catalogue["items"]![0]!["department"] = "nowhere";
        catalogue["items"]![1]!["region"] = "";

        Assert.Equal(2, Read(catalogue).Errors.Count);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"version":"1","surprise":true}""")]
    [InlineData("""{"version":"1","items":[]}""")]
    public void A_file_that_is_no_catalogue_is_refused_with_CB1003(string text) =>
        Assert.Equal("CB1003", CatalogueReader.Read(Encoding.UTF8.GetBytes(text)).Error.Code);

    [Fact]
    public void A_missing_file_is_refused_at_start_with_CB1003()
    {
        var validator = new CatalogueOptionsValidator(new CatalogueSource(new SettingsPaths(".")));

        var result = validator.Validate(null, new CatalogueOptions { File = "no-such-file.json" });

        Assert.Contains("CB1003", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_code_is_refused_with_CB5003() => Assert.Equal("CB5003", Shipped.Catalogue.Find("gd-xx-999").Error.Code);

    [Fact]
    public void A_bundle_needs_what_its_items_need_and_asks_for_each_thing_once()
    {
        var bundle = Shipped.Catalogue.Find("enterprise-startup").Value;

        var needs = EntryNeeds.Of(bundle);

        Assert.Equal(needs.Fields.Count, needs.Fields.Select(field => field.Name).Distinct().Count());
        Assert.Equal(needs.Documents.Count, needs.Documents.Select(document => document.Slug).Distinct().Count());
        Assert.Equal(bundle.Items.Max(item => item.RequiredLoa), bundle.RequiredLoa);
        Assert.Contains(needs.Fields, field => field.Name == "proposed_name");
    }

    private static Verification.Outcomes.Outcome<ServiceCatalogue> Read(JsonNode catalogue) =>
        CatalogueReader.Read(Encoding.UTF8.GetBytes(catalogue.ToJsonString()));
}
