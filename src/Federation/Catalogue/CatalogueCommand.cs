using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Catalogue;

/// <summary>The verbs of the catalogue. <c>report [FILE] [--json]</c>, what its items spare residents, needs no settings and no database.</summary>
internal static class CatalogueCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(Func<ParseResult, WebApplication> build, Func<Func<Task<int>>, Task<int>> guarded)
    {
        var file = new Argument<string?>("file") { Description = "A catalogue (JSON); without it, the one that ships with the hub", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "As JSON" };
        var report = new Command("report", "Tell the share of fields filled and materials waived, by item and of the whole catalogue") { file, json };
        report.SetAction((result, _) => ReportAsync(result.GetValue(file), result.GetValue(json), Console.Out, Console.Error));
        var catalogue = new Command("catalogue", "The catalogue of items") { report };
        foreach (var verb in new CatalogueVerbs(build, guarded).Create())
            catalogue.Subcommands.Add(verb);
        return catalogue;
    }

    internal static async Task<int> ReportAsync(string? file, bool json, TextWriter output, TextWriter errors)
    {
        var read = new CatalogueSource(new SettingsPaths(Environment.CurrentDirectory)).Read(new CatalogueOptions { File = file });
        if (!read.TryGetValue(out var catalogue))
        {
            foreach (var error in read.Errors)
                await errors.WriteLineAsync(error.ToString());
            return 1;
        }

        var items = catalogue.Items.Select(CatalogueShares.Of).ToList();
        var whole = CatalogueShares.Sum(items);
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new { catalogue.Version, Whole = whole, Items = items }, Json));
            return 0;
        }

        await output.WriteLineAsync($"{"item",-12}{"fields",8}{"claims",8}{"licences",10}{"filled",9}{"materials",11}{"identity",10}{"licences",10}{"promised",10}{"later",7}{"upload",8}{"waived",9}");
        foreach (var shares in items.Append(whole))
            await output.WriteLineAsync(Line(shares));
        return 0;
    }

    private static string Line(CatalogueShares shares) => string.Create(
        CultureInfo.InvariantCulture,
        $"{shares.Code ?? "all",-12}{shares.Fields,8}{shares.Claims,8}{shares.Licences,10}{shares.Filled,9:P1}{shares.Documents,11}{shares.Identity,10}{shares.Licensed,10}{shares.Committed,10}{shares.Deferrable,7}{shares.Uploads,8}{shares.Waived,9:P1}");
}
