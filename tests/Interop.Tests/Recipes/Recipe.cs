namespace CrossBorder.Interop.Tests.Recipes;

/// <summary>A block of code of docs/relying-parties.md, taken out of the document as a reader would copy it.</summary>
internal static class Recipe
{
    public static string Under(string heading, string language)
    {
        var document = File.ReadAllText(Path.Combine(Root(), "docs", "relying-parties.md")).ReplaceLineEndings("\n");
        var section = document[document.IndexOf($"\n{heading}\n", StringComparison.Ordinal)..];
        var start = section.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return section[start..section.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrossBorder.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("CrossBorder.sln stands in no folder above the tests.");
    }
}
