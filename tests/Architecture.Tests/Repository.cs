namespace CrossBorder.Architecture.Tests;

/// <summary>The files of the working tree that belong to the product: nothing built, fetched or generated.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static readonly HashSet<string> Generated =
        new(StringComparer.Ordinal) { "bin", "obj", ".git", ".vs", ".idea", "node_modules", "TestResults", "artifacts", "BenchmarkDotNet.Artifacts", ".data" };

    private static readonly Lazy<IReadOnlyList<string>> All = new(() => [.. Walk(Root).Order(StringComparer.Ordinal)]);

    /// <summary>Paths below the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files => All.Value;

    public static IEnumerable<string> Under(string folder, params string[] extensions) =>
        Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal)
            && (extensions.Length == 0 || extensions.Any(extension => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase))));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static bool IsText(string file) => Path.GetExtension(file).ToLowerInvariant()
        is not (".png" or ".jpg" or ".jpeg" or ".ico" or ".woff2" or ".der" or ".crl" or ".pdf" or ".heic" or ".db");

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        }

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            var path = Path.GetRelativePath(Root, child).Replace('\\', '/');
            if (Generated.Contains(Path.GetFileName(child)) || path == "certs/dev")
            {
                continue;
            }

            foreach (var file in Walk(child))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrossBorder.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("CrossBorder.sln stands in no folder above the tests.");
    }
}
