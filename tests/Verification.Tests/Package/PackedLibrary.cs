namespace CrossBorder.Verification.Tests.Package;

/// <summary>The package, packed once for all who look at it, in a folder that serves as a feed.</summary>
public sealed class PackedLibrary : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-package-");

    public string Feed => folder.FullName;

    /// <summary>Given out once only: a package of this name from an earlier day, somewhere on the machine, cannot be taken for this one.</summary>
    public string Version { get; } = $"0.0.0-tried.{Guid.NewGuid():N}";

    public string File(string extension) => Path.Combine(Feed, $"CrossBorder.Verification.{Version}.{extension}");

    // What was built for these tests is packed: nothing is restored or compiled again.
    public async ValueTask InitializeAsync() => await Dotnet.SucceedAsync(
        Tree.PathOf(), "pack", "src/Verification", "--no-build", "--no-restore", "-c", Configuration, "-o", Feed, $"-p:PackageVersion={Version}");

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
}

[CollectionDefinition(nameof(PackedLibrary))]
public sealed class PackedLibraryCollection : ICollectionFixture<PackedLibrary>;
