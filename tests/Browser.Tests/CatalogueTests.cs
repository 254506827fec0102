using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Testing;
using Microsoft.Playwright;

namespace CrossBorder.Browser.Tests;

/// <summary>A version of the catalogue on its way: imported by one officer, looked at and published by another, found by a resident.</summary>
public sealed class CatalogueTests(Chromium chromium)
{
    private const string NewName = "新一年的參保登記";

    [Fact]
    public async Task A_version_is_imported_looked_at_and_published_and_a_misspelt_search_offers_what_was_meant()
    {
        await using var importer = await chromium.VisitAsync("catalogue-operator");
        await using var publisher = await chromium.VisitAsync("catalogue-officer");
        await using var resident = await chromium.VisitAsync("catalogue-resident");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        var file = Path.Combine(sandbox.Data, "next.json");
        await File.WriteAllTextAsync(file, Next(), TestContext.Current.CancellationToken);

        await importer.SignInAsync(sandbox, "operator");
        await importer.PressAsync(".menu a[href='/console/catalogue']");
        await importer.SeeAsync("1-versions", "現正生效");
        await importer.Page.SetInputFilesAsync("#file", file);
        await importer.PressAsync("main form button");
        await importer.SeeAsync("2-draft", NewName);

        await publisher.Page.Context.AddCookiesAsync([new Cookie { Name = "hub.language", Value = "en", Url = sandbox.Ports.HubAddress.AbsoluteUri }]);
        await publisher.SignInAsync(sandbox, "officer-a");
        await publisher.GoAsync(new Uri(sandbox.Ports.HubAddress, "console/catalogue/2027-01"));
        await publisher.SeeAsync("1-preview", "Materials waived", "Department");
        await publisher.StepAsync(sandbox, "officer-a", "publish");
        await publisher.SeeAsync("2-published", "Published by");

        await resident.GoAsync(new Uri(sandbox.Ports.HubAddress, "?q=" + Uri.EscapeDataString("養劳")));
        await resident.SeeAsync("1-did-you-mean", "您是否想找");
        await resident.PressAsync("nav[aria-labelledby=meant] a >> nth=0");
        await resident.SeeAsync("2-meant", "養老");
    }

    private static string Next()
    {
        using var shipped = new StreamReader(typeof(HubHost).Assembly.GetManifestResourceStream("catalogue.json")!);
        var catalogue = JsonNode.Parse(shipped.ReadToEnd())!;
        catalogue["version"] = "2027-01";
        catalogue.AsObject().Remove("effectiveFrom");
        var item = catalogue["items"]![0]!;
        item["name"] = new JsonObject { ["zh-Hant"] = NewName, ["zh-Hans"] = "新一年的参保登记", ["en"] = "Enrolment for the new year" };
        item["department"] = "gd-ipa";
        item["documents"]!.AsArray().RemoveAt(0);
        return catalogue.ToJsonString();
    }
}
