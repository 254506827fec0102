using System.Text.Json;

namespace CrossBorder.Verification.Tests.Package;

/// <summary>
/// A console project of somebody who has the package and nothing else of ours. It stands outside the working tree, whose
/// settings must not reach it, and restores into a folder of its own.
/// </summary>
public sealed class Stranger(PackedLibrary library) : IAsyncLifetime
{
    private const string Program = """
        using System.Text;
        using CrossBorder.Verification.Crypto;

        var key = VerificationKey.FromJwk(File.ReadAllText("key.json")).Value;
        var policy = new SignedContentPolicy { Type = "JWT", Algorithms = ["SGD_SM3_SM2"], RegisteredKeys = [key] };
        var outcome = SignedContent.Verify(File.ReadAllText("token.txt"), policy);
        Console.WriteLine(outcome.Succeeded ? Encoding.UTF8.GetString(outcome.Value.Payload.Span) : outcome.Error.ToString());
        return outcome.Succeeded ? 0 : 1;
        """;

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
        await WriteAsync("Program.cs", Program);
        await Dotnet.SucceedAsync(folder.FullName, "build", "-o", "out");
    }

    public Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(folder.FullName, file), text, TestContext.Current.CancellationToken);

    public Task<(int ExitCode, string Output)> RunAsync() => Dotnet.RunAsync(folder.FullName, "out/Stranger.dll");

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The folders that the restore of this solution found its packages in.</summary>
    private static IEnumerable<string> Restored()
    {
        using var assets = JsonDocument.Parse(Tree.Read("src", "Verification", "obj", "project.assets.json"));
        return [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(property => property.Name)];
    }
}
