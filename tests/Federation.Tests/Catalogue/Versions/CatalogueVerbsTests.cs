using System.Text.Json;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Catalogue.Versions;

/// <summary>The verbs of the catalogue in the hub's own binary, beside a hub that serves on the same database.</summary>
public sealed class CatalogueVerbsTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_imports_a_security_officer_publishes_and_the_hub_that_serves_offers_it()
    {
        var file = Path.Combine(sandbox.Data, "next.json");
        await File.WriteAllBytesAsync(file, Edited.Catalogue("2027-01", catalogue => catalogue.Rename("gd-si-001", "As of 2027")), Stop);

        var wrongRole = await RunAsync(["catalogue", "import", file, "--officer", "officer-a"], "officer-a");
        var imported = await RunAsync(["catalogue", "import", file, "--officer", "operator", "--json"], "operator");
        var again = await RunAsync(["catalogue", "import", file, "--officer", "operator"], "operator");
        var diff = await RunAsync(["catalogue", "diff", "2027-01", "--json"], "operator");
        var operatorPublishes = await RunAsync(["catalogue", "publish", "2027-01", "--officer", "operator"], "operator");
        var published = await RunAsync(["catalogue", "publish", "2027-01", "--officer", "officer-a"], "officer-a");
        var list = await RunAsync(["catalogue", "list", "--json"], "operator");

        Assert.Equal(1, wrongRole.Code);
        Assert.Contains("CB6052", wrongRole.Error, StringComparison.Ordinal);
        Assert.True(imported.Code == 0, imported.Error);
        Assert.Equal("draft", JsonSerializer.Deserialize<JsonElement>(imported.Output).GetProperty("state").GetString());
        Assert.Contains("CB5160", again.Error, StringComparison.Ordinal);
        Assert.True(diff.Code == 0, diff.Error);
        var change = Assert.Single(JsonSerializer.Deserialize<JsonElement>(diff.Output).GetProperty("changes").EnumerateArray());
        Assert.Equal(("gd-si-001", "changed"), (change.GetProperty("code").GetString(), change.GetProperty("kind").GetString()));
        Assert.Contains("CB6052", operatorPublishes.Error, StringComparison.Ordinal);
        Assert.True(published.Code == 0, published.Error);
        Assert.Contains(JsonSerializer.Deserialize<JsonElement>(list.Output).EnumerateArray(), head => head.GetProperty("state").GetString() == "published" && head.GetProperty("version").GetString() == "2027-01");
        var versions = sandbox.HubServices.GetRequiredService<ICatalogueVersions>();
        await Waiting.UntilAsync(() => versions.Current.Find("gd-si-001").Value.Name.En == "As of 2027", "the hub that serves offers it", Stop);
    }

    [Fact]
    public async Task A_draft_is_withdrawn_and_words_are_told_without_json()
    {
        var file = Path.Combine(sandbox.Data, "mistake.json");
        await File.WriteAllBytesAsync(file, Edited.Catalogue("mistake", catalogue => catalogue.Rename("gd-si-002", "A mistake")), Stop);
        Assert.Equal(0, (await RunAsync(["catalogue", "import", file, "--officer", "operator"], "operator")).Code);

        var diff = await RunAsync(["catalogue", "diff", "mistake"], "operator");
        var withdrawn = await RunAsync(["catalogue", "withdraw", "mistake", "--officer", "operator"], "operator");
        var gone = await RunAsync(["catalogue", "publish", "mistake", "--officer", "officer-a"], "officer-a");
        var missing = await RunAsync(["catalogue", "import", "no-such-file.json", "--officer", "operator"], "operator");

        Assert.Contains("name en: ", diff.Output, StringComparison.Ordinal);
        Assert.Contains("A mistake", diff.Output, StringComparison.Ordinal);
        Assert.True(withdrawn.Code == 0, withdrawn.Error);
        Assert.Contains("CB5162", gone.Error, StringComparison.Ordinal);
        Assert.Contains("CB5165", missing.Error, StringComparison.Ordinal);
    }

    private Task<VerbAnswer> RunAsync(string[] arguments, string officer) => OfficerVerb.RunAsync(sandbox, arguments, officer);
}
