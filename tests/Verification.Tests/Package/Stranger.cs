using System.Text.Json;

namespace CrossBorder.Verification.Tests.Package;

/// <summary>
/// A console project of somebody who has the package and nothing else of ours. It stands outside the working tree, whose
/// settings must not reach it, and restores into a folder of its own.
/// </summary>
public sealed class Stranger(PackedLibrary library) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-stranger-");

    public async ValueTask InitializeAsync()
    {
        // No feed but the folder: what the package needs was restored for this solution, and is taken from where that lies.
        await WriteAsync("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{library.Feed}" /></packageSources>
              <packageSourceMapping><clear /></packageSourceMapping>
              <auditSources><clear /></auditSources>
              <fallbackPackageFolders><clear />{string.Concat(Restored().Select((path, number) => $"<add key=\"restored-{number}\" value=\"{path}\" />"))}</fallbackPackageFolders>
            </configuration>
            """);
        await WriteAsync("Stranger.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
                <RestorePackagesPath>packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="CrossBorder.Verification" Version="[{library.Version}]" />
              </ItemGroup>
            </Project>
            """);
        await WriteAsync("Program.cs", Program());
        await Dotnet.SucceedAsync(folder.FullName, "build", "-o", "out");
    }

    public Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(folder.FullName, file), text, TestContext.Current.CancellationToken);

    public Task<(int ExitCode, string Output)> RunAsync() => Dotnet.RunAsync(folder.FullName, "out/Stranger.dll");

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The program that docs/relying-parties.md has its readers write, as they would copy it.</summary>
    private static string Program()
    {
        var document = Tree.Read("docs", "relying-parties.md");
        var section = document[document.IndexOf("\n### .NET\n", StringComparison.Ordinal)..];
        var start = section.IndexOf("```csharp\n", StringComparison.Ordinal) + 10;
        return section[start..section.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    /// <summary>The folders that the restore of this solution found its packages in.</summary>
    private static IEnumerable<string> Restored()
    {
        using var assets = JsonDocument.Parse(Tree.Read("src", "Verification", "obj", "project.assets.json"));
        return [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(property => property.Name)];
    }
}
