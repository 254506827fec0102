using System.Xml.Linq;

namespace CrossBorder.Architecture.Tests;

/// <summary>Every dependency is decided on: one version for all, and a line with its licence in the record of dependencies.</summary>
public sealed class Packages
{
    [Fact]
    public void Every_package_stands_in_the_record_of_dependencies()
    {
        var record = Repository.Read("docs/adr/0005-dependencies.md");
        Rule.HasNoOffender(XDocument.Parse(Repository.Read("Directory.Packages.props"))
            .Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value)
            .Where(package => !record.Contains($"`{package}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_project_chooses_a_version_of_its_own() =>
        Rule.HasNoOffender(Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => XDocument.Parse(Repository.Read(file)).Descendants("PackageReference")
                .Any(package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null)));
}
