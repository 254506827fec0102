namespace CrossBorder.Verification.Tests.Package;

/// <summary>Files of the working tree.</summary>
internal static class Tree
{
    public static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrossBorder.sln")))
            folder = folder.Parent;
        return Path.Combine([folder?.FullName ?? throw new InvalidOperationException("CrossBorder.sln stands in no folder above the tests."), .. parts]);
    }

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts)).ReplaceLineEndings("\n");
}
